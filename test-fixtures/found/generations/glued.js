const openai = new OpenAI({ apiKey: process.env.OPENAI_{{openai-user-key:26}} });
const other = process.env.OPENAI_{{openai-key-body:1}};
