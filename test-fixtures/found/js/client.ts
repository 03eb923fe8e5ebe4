import { AzureOpenAI } from 'openai';
const apiKey = process.env.AZURE_OPENAI_API_KEY || '{{azure-legacy-key:57}}';
const fallback = process.env.OPENAI_API_KEY ?? '{{openai-project-key:15}}';
export const client = new AzureOpenAI({ apiKey, endpoint: 'https://ts.openai.azure.com' });
