var builder = Kernel.CreateBuilder();
builder.AddAzureOpenAIChatCompletion("gpt-4", "https://sk.openai.azure.com/", "{{azure-legacy-key:39}}");
