const AZURE_OPENAI_API_KEY: &str = "{{azure-legacy-key:70}}";
let client = Client::new("{{openai-project-key:19}}");
