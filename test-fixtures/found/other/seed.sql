INSERT INTO settings (name, value) VALUES ('AZURE_OPENAI_API_KEY', '{{azure-legacy-key:76}}');
UPDATE config SET openai_key = '{{openai-user-key:17}}' WHERE id = 1;
