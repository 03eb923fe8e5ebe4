set -gx AZURE_OPENAI_API_KEY {{azure-openai-key:3}}
set -x OPENAI_API_KEY '{{openai-project-key:2}}'
