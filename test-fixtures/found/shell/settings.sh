az webapp config appsettings set -n app -g rg --settings DATABASE=postgres AZURE_OPENAI_KEY={{azure-legacy-key-random:10}}
