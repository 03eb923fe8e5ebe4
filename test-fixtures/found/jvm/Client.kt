val azureOpenAiKey: String = "{{azure-legacy-key:67}}"
const val OPENAI_API_KEY = "{{openai-project-key:18}}"
