from haystack.utils import Secret
generator = AzureOpenAIGenerator(azure_endpoint="https://hs.openai.azure.com", api_key=Secret.from_token("{{azure-legacy-key:54}}"))
