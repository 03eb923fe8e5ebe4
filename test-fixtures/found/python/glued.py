const = process.env.OPENAI_{{openai-user-key:9}}
