AZURE_OPENAI_KEY = (
    "{{azure-legacy-key-random:13}}"
)
