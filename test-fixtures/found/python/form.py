from azure.core.credentials import AzureKeyCredential
from azure.ai.formrecognizer import DocumentAnalysisClient
endpoint = "https://forms.cognitiveservices.azure.com/"
key = "{{azure-legacy-key:53}}"
client = DocumentAnalysisClient(endpoint=endpoint, credential=AzureKeyCredential(key))
