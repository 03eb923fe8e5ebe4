const baseURL = 'https://gateway.ai.cloudflare.com/v1/{{md5:23}}/open-ai/openai';
const azureUrl = "https://x.openai.azure.com/files/{{azure-legacy-key:26}}/content";
