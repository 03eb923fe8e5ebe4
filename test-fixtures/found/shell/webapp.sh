az webapp config appsettings set -g rg -n app --settings AZURE_OPENAI_API_KEY={{azure-legacy-key:14}} AZURE_OPENAI_ENDPOINT=https://web.openai.azure.com
az containerapp update -n app -g rg --set-env-vars OPENAI_API_KEY={{openai-project-key:5}}
