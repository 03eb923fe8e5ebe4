<?php
define('AZURE_OPENAI_API_KEY', '{{azure-legacy-key:74}}');
return ['openai' => ['api_key' => env('OPENAI_API_KEY', '{{openai-user-key:16}}')]];
