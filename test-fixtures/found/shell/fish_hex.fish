set -x AZURE_OPENAI_API_KEY {{azure-legacy-key:7}}
