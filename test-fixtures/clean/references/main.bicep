AZURE_OPENAI_KEY: listKeys(openai.id, '2023-05-01').key1
output key2 string = openai.listKeys().key2
