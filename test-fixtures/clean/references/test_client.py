client = OpenAI(api_key="test-key")
az = AzureOpenAI(api_key="fake-api-key", azure_endpoint="https://example.openai.azure.com")
os.environ["OPENAI_API_KEY"] = "sk-test-1234567890"
