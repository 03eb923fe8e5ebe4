variable "azure_openai_key" {
  type    = string
  default = "{{azure-legacy-key-random:15}}"
}
