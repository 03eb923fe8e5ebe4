keyCredential := azcore.NewKeyCredential("{{azure-legacy-key:69}}")
client, err := azopenai.NewClientWithKeyCredential("https://go.openai.azure.com", keyCredential, nil)
const openAIKey = "{{openai-user-key:14}}"
