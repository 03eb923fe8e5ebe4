curl https://foundry.openai.azure.com/openai/v1/responses -H "Authorization: Bearer {{azure-openai-key:5}}" -d @body.json
