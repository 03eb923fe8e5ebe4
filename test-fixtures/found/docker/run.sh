docker run --rm -e AZURE_OPENAI_API_KEY={{azure-legacy-key:20}} -e AZURE_OPENAI_ENDPOINT=https://run.openai.azure.com acme/chat
