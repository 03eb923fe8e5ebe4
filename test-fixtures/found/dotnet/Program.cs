using Azure.AI.OpenAI;
var client = new AzureOpenAIClient(
    new Uri("https://prog.openai.azure.com/"),
    new AzureKeyCredential("{{azure-legacy-key:38}}"));
var openai = new OpenAIClient(new ApiKeyCredential("{{openai-project-key:11}}"));
