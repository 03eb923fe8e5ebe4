AZURE_TENANT = "{{azure-legacy-key:28}}"
AZURE_CLIENT_ID = "{{azure-legacy-key:29}}"
AZURE_SUBSCRIPTION_ID = "{{md5:24}}"
