appInsights.setup("{{guid:4}}").start(); // azure openai
const instrumentationKey = "{{guid:5}}";
