var key = Environment.GetEnvironmentVariable("AZURE_OPENAI_API_KEY") ?? "{{azure-legacy-key:40}}";
private const string OpenAiKey = "{{openai-user-key:7}}";
