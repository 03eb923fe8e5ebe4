const openai = new OpenAI({
  apiKey: '{{azure-legacy-key:61}}',
  baseURL: 'https://base.openai.azure.com/openai/deployments/gpt-4o',
  defaultHeaders: { 'api-key': '{{azure-legacy-key:61}}' },
});
