curl -X POST "https://api.cognitive.microsofttranslator.com/translate?api-version=3.0&to=de" \
     -H "Ocp-Apim-Subscription-Key: {{azure-legacy-key-random:2}}" \
     -H "Ocp-Apim-Subscription-Region: westeurope"
