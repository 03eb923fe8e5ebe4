param location string = 'westeurope'
param azureOpenAIKey string = '{{azure-legacy-key:30}}'
resource app 'Microsoft.Web/sites@2022-09-01' = {
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_OPENAI_API_KEY', value: '{{azure-openai-key:13}}' }
      ]
    }
  }
}
