resource "azurerm_container_app" "chat" {
  env {
    name  = "AZURE_OPENAI_API_KEY"
    value = "{{azure-legacy-key:26}}"
  }
}
variable "azure_openai_key" {
  type    = string
  default = "{{azure-openai-key:12}}"
}
