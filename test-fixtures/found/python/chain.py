from langchain_openai import AzureChatOpenAI, AzureOpenAIEmbeddings
llm = AzureChatOpenAI(deployment_name="gpt-4", openai_api_key="{{azure-legacy-key:48}}")
embeddings = AzureOpenAIEmbeddings(azure_openai_api_key='{{azure-legacy-key:49}}')
