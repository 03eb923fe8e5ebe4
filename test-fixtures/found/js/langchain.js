const model = new ChatOpenAI({
  azureOpenAIApiKey: '{{azure-legacy-key:59}}',
  azureOpenAIApiInstanceName: 'contoso',
});
