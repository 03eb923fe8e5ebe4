$env:AZURE_OPENAI_API_KEY = "{{azure-legacy-key:10}}"
$Env:OPENAI_API_KEY='{{openai-project-key:4}}'
[Environment]::SetEnvironmentVariable("AZURE_OPENAI_KEY", "{{azure-legacy-key:11}}", "User")
