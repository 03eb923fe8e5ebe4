local openai_key = "{{openai-project-key:22}}"
local headers = { ["api-key"] = "{{azure-openai-key:15}}" }
