FROM node:20
ENV CACHE=redis AZURE_OPENAI_API_KEY={{azure-legacy-key:104}}
