from azure.core.credentials import AzureKeyCredential
from azure.search.documents import SearchClient
client = SearchClient("https://docs.search.windows.net", "index", AzureKeyCredential("{{azure-legacy-key-random:4}}"))
