azure_openai_api_key = azurerm_cognitive_account.openai.primary_access_key
openai_api_key       = var.openai_api_key
