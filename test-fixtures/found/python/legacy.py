import openai
openai.api_type = "azure"
openai.api_base = "https://legacy.openai.azure.com/"
openai.api_version = "2023-05-15"
openai.api_key = "{{azure-legacy-key:47}}"
