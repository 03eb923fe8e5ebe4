OpenAIClient client = new OpenAIClientBuilder()
    .endpoint("https://java.openai.azure.com/")
    .credential(new AzureKeyCredential("{{azure-legacy-key:66}}"))
    .buildClient();
private static final String OPENAI_API_KEY = "{{openai-user-key:13}}";
