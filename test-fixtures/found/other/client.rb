client = OpenAI::Client.new(access_token: "{{openai-project-key:20}}")
ENV["AZURE_OPENAI_API_KEY"] ||= "{{azure-legacy-key:72}}"
AZURE_OPENAI = ENV.fetch("AZURE_OPENAI_KEY", "{{azure-legacy-key:73}}")
