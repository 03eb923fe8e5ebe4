from openai import AsyncAzureOpenAI
c = AsyncAzureOpenAI(azure_endpoint="https://as.openai.azure.com", api_key='{{azure-legacy-key:51}}', api_version="2024-06-01")
