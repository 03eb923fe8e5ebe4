AZURE_OPENAI_API_KEY = (
    "{{azure-legacy-key:100}}"
)
client = OpenAI(
    api_key=
        "{{openai-project-key:25}}",
)
