struct Keys { static let azureOpenAIKey = "{{azure-legacy-key:71}}" }
let openAIKey: String = "{{openai-user-key:15}}"
