import os
os.environ["AZURE_OPENAI_API_KEY"] = "{{azure-legacy-key:50}}"
os.environ.setdefault("OPENAI_API_KEY", "{{openai-project-key:13}}")
OPENAI = os.environ.get("OPENAI_API_KEY") or "{{openai-user-key:8}}"
