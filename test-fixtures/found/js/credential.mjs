import { OpenAIClient, AzureKeyCredential } from '@azure/openai';
const client = new OpenAIClient('https://mjs.openai.azure.com/', new AzureKeyCredential('{{azure-legacy-key:58}}'));
