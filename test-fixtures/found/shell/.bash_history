ls
curl https://hist.openai.azure.com/openai/models?api-version=2024-10-21 -H "api-key: {{azure-legacy-key:12}}"
export OPENAI_API_KEY={{openai-service-account-key:1}}
git push
