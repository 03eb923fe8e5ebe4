AZURE_OPENAI_KEY = os.environ.get("{{azure-legacy-key:102}}")
OPENAI = os.environ["{{openai-user-key:27}}"]
