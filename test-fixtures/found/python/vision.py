from azure.cognitiveservices.vision.computervision import ComputerVisionClient
from msrest.authentication import CognitiveServicesCredentials
client = ComputerVisionClient("https://eye.cognitiveservices.azure.com/", CognitiveServicesCredentials("{{azure-legacy-key:52}}"))
