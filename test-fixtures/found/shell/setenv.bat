@echo off
set AZURE_OPENAI_API_KEY={{azure-legacy-key:8}}
setx OPENAI_API_KEY "{{openai-project-key:3}}"
setx AZURE_OPENAI_KEY "{{azure-legacy-key:9}}"
