#!/bin/sh
curl -s "https://curl.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-06-01" \
  -H "Content-Type: application/json" \
  -H 'api-key: {{azure-legacy-key:13}}' \
  -d '{"messages":[]}'
