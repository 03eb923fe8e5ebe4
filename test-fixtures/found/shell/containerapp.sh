az containerapp secret set -n app -g rg --secrets azure-openai-key={{azure-legacy-key:15}}
az keyvault secret set --vault-name kv --name openai --value {{azure-openai-key:6}}
gh secret set AZURE_OPENAI_API_KEY -b {{azure-openai-key:7}}
