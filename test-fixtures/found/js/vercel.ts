import { createAzure } from '@ai-sdk/azure';
const azure = createAzure({ resourceName: 'contoso', apiKey: '{{azure-legacy-key:60}}' });
