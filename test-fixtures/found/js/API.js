export default '{{openai-user-key:11}}'
