import azure.cognitiveservices.speech as speechsdk
speech_config = speechsdk.SpeechConfig(subscription="{{azure-legacy-key-random:3}}", region="westeurope")
