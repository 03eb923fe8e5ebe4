alias ll='ls -la'
export OPENAI_API_KEY={{openai-user-key:2}} AOAI_KEY={{azure-legacy-key:6}}
