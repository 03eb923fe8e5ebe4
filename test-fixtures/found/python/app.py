import os
from openai import AzureOpenAI

client = AzureOpenAI(
    api_key=os.getenv("AZURE_OPENAI_API_KEY", "{{azure-legacy-key:46}}"),
    azure_endpoint="https://app.openai.azure.com",
    api_version="2024-06-01",
)
