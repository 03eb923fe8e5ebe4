/** Names that do not stand in the assignment of a value: what was typed or asked above it, a heading, a file's name. */
import { describe, expect, test } from 'vitest';
import { fileName, isWholeContent } from '../../../src/detect/context/file-name.ts';
import { givenName } from '../../../src/detect/context/given-name.ts';
import { askedName, promptedName } from '../../../src/detect/context/prompt-name.ts';
import { columnName } from '../../../src/detect/context/table-row.ts';

const VALUE = 'b7'.repeat(16);

/** The name of `§` in a text. */
function nameIn(text: string, path = 'a.txt'): string {
  const [before = '', behind = ''] = text.split('§');
  return givenName({
    bytes: Buffer.from(text.replace('§', VALUE)),
    start: before.length,
    end: before.length + VALUE.length,
    path,
    before,
    behind,
    lineBefore: before.slice(before.lastIndexOf('\n') + 1),
    lineBehind: behind.split('\n')[0] ?? '',
  }).writtenName;
}

describe('promptedName', () => {
  test.each([
    ['>>> os.environ["AZURE_OPENAI_KEY"]', 'AZURE_OPENAI_KEY'],
    ['>>> print(settings.azure_openai_key)', 'settings.azure_openai_key'],
    ['>>> settings.azure_openai_key', 'settings.azure_openai_key'],
    ["In [3]: os.getenv('AZURE_OPENAI_KEY')", 'AZURE_OPENAI_KEY'],
    ['irb(main):001:0> puts config.openai_key', 'config.openai_key'],
    ['> process.env.AZURE_OPENAI_KEY', 'process.env.AZURE_OPENAI_KEY'],
    ['$ echo $AZURE_OPENAI_KEY', 'AZURE_OPENAI_KEY'],
    ['me@host:~/app$ printenv AZURE_OPENAI_KEY', 'AZURE_OPENAI_KEY'],
    ['PS C:\\Users\\me> $env:AZURE_OPENAI_KEY', 'AZURE_OPENAI_KEY'],
    ['$ az keyvault secret show --vault-name kv --name openai-key --query value -o tsv', 'openai-key'],
    ['$ cat /run/secrets/openai-key', 'openai-key'],
    ['$ echo $AZURE_OPENAI_KEY\n\n', 'AZURE_OPENAI_KEY'],
    ['$ md5sum openai-key.txt', ''],
    ['AZURE_OPENAI_KEY', ''],
    ['$ echo $AZURE_OPENAI_KEY\none\ntwo', ''],
  ])('%j: %j', (above, name) => {
    expect(promptedName(`${above}\n`)).toBe(name);
  });
});

describe('askedName', () => {
  test.each([
    ['Alice: send me the azure openai api key pls\nBob: sure\n', 'Bob: ', 'azure openai api key'],
    [
      '[12.03.24, 10:11:12] Al: what is the azure openai key?\n',
      '[12.03.24, 10:12:40] Bob: ',
      'azure openai key',
    ],
    ['The Azure OpenAI key:\n', '', 'Azure OpenAI key'],
    ['What is the key for azure speech?\n', '', 'azure speech key'],
    ['Use this key for azure openai:\n\n```\n', '', 'azure openai key'],
    ['<anna> what is the azure openai key?\n<ben> wait\n', '<ben> ', 'azure openai key'],
    ['**Anna:** what is the azure openai key?\n\n', '**Ben:** ', 'azure openai key'],
    ['Alice: which build is it?\n', 'Bob: ', ''],
    ['the azure openai key\nname: x\nother: y\n', 'id: ', ''],
    ['{"title": "the azure openai key"}\n', '', ''],
    ['The azure openai key\nis not here\n', '', ''],
  ])('%j, %j: %j', (above, lineBefore, name) => {
    const found = askedName(above, lineBefore);
    if (name === '') expect(found).toBe('');
    else expect(found.endsWith(name)).toBe(true);
  });
});

describe('fileName', () => {
  test.each([
    ['§', 'run/secrets/AZURE_OPENAI_KEY', 'AZURE_OPENAI_KEY'],
    ['§\n', 'speech-key.txt', 'speech-key'],
    ['"§"\r\n', 'backup.zip!openai.key', 'openai'],
    ['\xef\xbb\xbf§', 'azure/key', 'azure/key'],
    ['x=§', 'AZURE_OPENAI_KEY', ''],
    ['§\n§', 'AZURE_OPENAI_KEY', ''],
    ['§', '', ''],
  ])('%j in %s: %j', (text, path, name) => {
    const bytes = Buffer.from(text.replaceAll('§', VALUE), 'latin1');
    const start = text.indexOf('§');
    expect(fileName(path, bytes, start, start + VALUE.length)).toBe(name);
    expect(isWholeContent(bytes, start, start + VALUE.length)).toBe(name !== '' || path === '');
  });
});

describe('columnName', () => {
  test.each([
    ['id,checksum,name', '', `,${VALUE},azure-openai-key`, 'id'],
    ['id,checksum,name', `${VALUE},`, ',azure-openai-key', 'checksum'],
    ['name,value', 'AZURE_OPENAI_KEY,', '', 'AZURE_OPENAI_KEY'],
    ['value;key', '', ';AZURE_OPENAI_KEY', 'AZURE_OPENAI_KEY'],
    ['name,key1,sum', 'aoai,', ',x', 'aoai key1'],
    ['name,key1,sum', 'aoai,"  ', '  ",x', 'aoai key1'],
    ['a,b', 'f(x, key=', ')', ''],
  ])('%s: %s§%s: %j', (heading, before, after, name) => {
    expect(columnName(heading, before, after)).toBe(name);
  });
});

describe('givenName', () => {
  test.each([
    ['>>> settings.azure_openai_key\n"§"\n', 'settings.azure_openai_key'],
    ['Alice: the azure openai key?\nBob: §\n', 'the azure openai key'],
    ['id,sum,name\nx,y,azure-key\n§,z,w\n', 'id'],
    ['api_key: §', 'api_key'],
    [
      '# Keys\n\n| Name | Key | Hash |\n|---|---|---|\n| a | b | c |\n| Azure OpenAI | `§` | x |\n',
      'Azure OpenAI Key',
    ],
    ['| Name | Key | Hash |\n|---|---|---|\n| Azure OpenAI | `x` | `§` |\n', 'Hash'],
    ['§', ''],
  ])('%j: %j', (text, name) => {
    expect(nameIn(text)).toBe(name === '' ? 'a' : name);
  });

  test.each([
    '{"cell_type":"code","source":["print(os.getenv(\\"KEY_A\\"))"],"outputs":[{"text":["§"]}]}',
    '{\n "cell_type": "code",\n "source": [\n  "print(KEY_A)"\n ],\n "outputs": [{"text": [\n  "§"\n ]}]\n}',
  ])('what a cell prints: %j', (text) => {
    expect(nameIn(text.replaceAll('\\"', '"'), 'a.ipynb')).toBe('KEY_A');
  });
});
