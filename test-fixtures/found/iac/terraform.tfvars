openai_api_key       = "{{openai-project-key:8}}"
azure_openai_api_key = "{{azure-legacy-key:25}}"
