KEYS = [b'{{openai-user-key:10}}', r"{{openai-none-key:1}}", u'{{openai-named-key:1}}']
