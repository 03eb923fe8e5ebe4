(setq azure-openai-key "{{azure-legacy-key:75}}")
(setq gptel-api-key "{{openai-project-key:21}}")
