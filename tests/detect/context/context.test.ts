import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../../src/detect/context/assigned-name.ts';
import { enclosingLabels } from '../../../src/detect/context/enclosing.ts';
import { findHosts, hostPattern } from '../../../src/detect/context/hosts.ts';
import { columnHeading } from '../../../src/detect/context/table-row.ts';
import { findIn } from '../../support/engine.ts';
import { key } from '../../support/keys.ts';
import { NESTED_NOTATIONS, NOTATIONS } from './notations.ts';

describe('a legacy key under a name of Azure OpenAI is found in every notation', () => {
  const secret = key('azure-legacy-key-random', 500);
  const ofAzure = [...NOTATIONS, ...NESTED_NOTATIONS].filter(([, , name]) =>
    /azure_?openai/i.test(normalizeName(name)),
  );

  test.each(ofAzure)('%s: %s', (_, text) => {
    const at = text.indexOf('§');
    const found = findIn(Buffer.from(text.replace('§', secret), 'latin1'));
    expect(found.map((finding) => [finding.secret, finding.start])).toEqual([[secret, at]]);
  });
});

describe('enclosingLabels', () => {
  test.each(NESTED_NOTATIONS)('%s: %s', (_, text, label) => {
    const labels = enclosingLabels(text.split('§')[0] ?? '').map(normalizeName);
    expect(labels.filter((found) => `_${found}_`.includes(`_${normalizeName(label)}_`))).not.toEqual([]);
  });

  test.each([
    ['nothing', '', []],
    ['a closed bracket', '{"azure": {"a": 1}, "key": "', ['azure']],
    ['a closed block', 'azure:\n  a: 1\nother:\n  key: ', ['azure']],
    ['an earlier section', '[azure]\na = 1\n[other]\nkey = ', ['azure']],
    ['a closed call', 'azure(1); key = "', ['azure']],
  ])('%s does not enclose', (_, before, absent) => {
    const labels = enclosingLabels(before).map(normalizeName);
    for (const label of absent) expect(labels).not.toContain(label);
  });

  test.each([
    ['JSON on one line', '{"outer": {"middle": {"inner": {"key": "'],
    ['JSON', '{\n "outer": {\n  "middle": {\n   "inner": {\n    "key": "'],
    ['YAML', 'outer:\n  middle:\n    inner:\n      key: '],
  ])('%s: innermost first', (_, before) => {
    // A label may bring along what stands before it on its line.
    const labels = enclosingLabels(before).map((label) => normalizeName(label).replace(/^.*_/, ''));
    expect(labels).toEqual(['inner', 'middle', 'outer']);
  });

  test.each(['{', '[', '(', '"a": {', 'a:\n ', '\n', ' ', '}', '"', '[a]\n', 'a: [\n'])(
    'many times %j takes no time',
    (unit) => {
      const start = performance.now();
      enclosingLabels(unit.repeat(20_000));
      expect(performance.now() - start).toBeLessThan(500);
    },
  );
});

describe('columnHeading', () => {
  test.each([
    ['first column', 'key,name,region', '', ',a,b', 'key'],
    ['middle column', 'name,key1,region', 'aoai,', ',eastus', 'key1'],
    ['last column', 'name,region,key2', 'aoai,eastus,', '', 'key2'],
    ['quoted row', '"name","key1","region"', '"aoai","', '","eastus"', 'key1'],
    ['comma in quotes', 'name,note,key1', 'aoai,"a, b",', '', 'key1'],
    ['tabs', 'name\tregion\tkey1', 'aoai\teastus\t', '', 'key1'],
    ['semicolons', 'name;region;key1', 'aoai;eastus;', '', 'key1'],
    ['pipes', 'name|region|key1', 'aoai|eastus|', '', 'key1'],
    ['CRLF', 'name,region,key1\r', 'aoai,eastus,', '\r', 'key1'],
  ])('%s', (_, firstLine, before, after, heading) => {
    expect(normalizeName(columnHeading(firstLine, before, after))).toBe(heading);
  });

  test.each([
    ['prose', 'Keys are kept in a vault.', 'the key is ', ' now'],
    ['no delimiter', 'key', '', ''],
    ['another number of columns', 'a,b', 'x,y,z,w,', ',v,u'],
    ['an empty first line', '', 'a,', ',b'],
  ])('%s is no table', (_, firstLine, before, after) => {
    expect(columnHeading(firstLine, before, after)).toBe('');
  });
});

describe('findHosts', () => {
  const suffixes = ['openai.azure.com', 'api.cognitive.microsoft.com', 'azure-api.net'];
  const pattern = hostPattern(suffixes);
  const find = (text: string) => (pattern === null ? [] : findHosts(text, pattern, 0));

  test('without suffixes there is no pattern', () => {
    expect(hostPattern([])).toBeNull();
  });

  test.each([
    ['https://contoso.openai.azure.com/', 'contoso.openai.azure.com', 'contoso'],
    ['AZURE_OPENAI_ENDPOINT=https://my-aoai-2.openai.azure.com', 'my-aoai-2.openai.azure.com', 'my-aoai-2'],
    ['"contoso.openai.azure.com"', 'contoso.openai.azure.com', 'contoso'],
    [
      'https://westeurope.api.cognitive.microsoft.com/sts',
      'westeurope.api.cognitive.microsoft.com',
      'westeurope',
    ],
    ['(gw.azure-api.net)', 'gw.azure-api.net', 'gw'],
    ['HTTPS://CONTOSO.OPENAI.AZURE.COM/', 'contoso.openai.azure.com', 'contoso'],
    ['contoso.openai.azure.com:443', 'contoso.openai.azure.com', 'contoso'],
  ])('%s', (text, host, resource) => {
    const [mention, ...others] = find(text);
    expect(others).toEqual([]);
    expect(mention?.host.toLowerCase()).toBe(host);
    expect(mention?.resource.toLowerCase()).toBe(resource);
    const start = text.toLowerCase().indexOf(host);
    expect(mention?.offset).toBeGreaterThanOrEqual(start);
    expect(mention?.offset).toBeLessThan(start + host.length);
  });

  test.each([
    ['https://{resource}.openai.azure.com'],
    [`https://\${RESOURCE}.openai.azure.com`],
    ['https://<your-resource>.openai.azure.com'],
    ['https://.openai.azure.com'],
  ])('%s names no resource', (text) => {
    for (const mention of find(text)) expect(mention.resource).toBe('');
  });

  test.each([
    ['https://contoso.openai.azure.community/'],
    ['https://contoso.openai.azure.com.evil.example/'],
    ['https://notopenai.azure.com/'],
    ['https://contoso.openaiXazure.com/'],
    ['openai azure com'],
  ])('%s is no host of the service', (text) => {
    expect(find(text)).toEqual([]);
  });

  test('offsets count from the base', () => {
    if (pattern === null) throw new Error('no pattern');
    const text = ' a.openai.azure.com';
    const [near, far] = [findHosts(text, pattern, 0), findHosts(text, pattern, 1000)];
    expect(far).toEqual(near.map((mention) => ({ ...mention, offset: mention.offset + 1000 })));
  });

  test('at most 500 mentions', () => {
    expect(find('a.openai.azure.com '.repeat(600))).toHaveLength(500);
  });

  test('every mention among random text is found, in order', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/);
    const filler = fc.stringMatching(/^[ =,;"'\n]{1,10}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(filler, label, fc.constantFrom(...suffixes)), { maxLength: 20 }),
        (parts) => {
          const text = `${parts.map(([space, name, suffix]) => `${space}https://${name}.${suffix}/`).join('')} `;
          expect(find(text).map(({ host }) => host)).toEqual(
            parts.map(([, name, suffix]) => `${name}.${suffix}`),
          );
        },
      ),
    );
  });
});
