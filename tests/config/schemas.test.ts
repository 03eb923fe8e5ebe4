/**
 * The JSON Schemas that ship for editors, against the schemas that decide: on generated documents, of which
 * about half are wrong somewhere, on every shipped rule file, and on what the README shows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { shippedSchemas } from '../../src/build/copy-schemas.ts';
import { selfContained } from '../../src/build/self-contained-schema.ts';
import { configSchema } from '../../src/config/schema.ts';
import { ruleFileSchema } from '../../src/rules/schema.ts';
import { configDocument, mutated, ruleDocument } from './generated-documents.ts';

const root = join(import.meta.dirname, '../..');
const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  allErrors: true,
});
const schemas: Record<string, AnySchemaObject> = {};
let isConfig: ValidateFunction;
let isRule: ValidateFunction;

beforeAll(async () => {
  for (const [name, text] of await shippedSchemas(join(root, 'src'))) schemas[name] = JSON.parse(text);
  isConfig = ajv.compile(schemas['config.schema.json'] ?? {});
  isRule = ajv.compile(schemas['rule.schema.json'] ?? {});
});

/** What no JSON Schema can say: it compares neither numbers nor the last of a list with others. */
const BEYOND_A_SCHEMA = /^(?:low must not be above medium|the last one must have no condition)/;

/** @returns whether the document has the form that both ask for. */
function expectAgreement(document: unknown, schema: v.GenericSchema, validate: ValidateFunction): boolean {
  const { issues = [] } = v.safeParse(schema, document);
  const ofForm = issues.filter(({ message }) => !BEYOND_A_SCHEMA.test(message));
  const isValid = validate(document);
  const said = isValid
    ? `the JSON Schema alone accepts: ${ofForm.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)}`
    : `the JSON Schema alone refuses: ${ajv.errorsText(validate.errors)}`;
  expect(isValid, `${said}\n${JSON.stringify(document)}`).toBe(ofForm.length === 0);
  return isValid;
}

describe('the JSON Schemas', () => {
  test('say of generated configurations what the configuration schema says', () => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(configDocument, mutated(configDocument)), (document) => {
        verdicts.add(expectAgreement(document, configSchema, isConfig));
      }),
      { numRuns: 3000 },
    );
    expect([...verdicts].sort()).toEqual([false, true]);
  });

  test('say of generated rule files what the rule schema says', () => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(ruleDocument, mutated(ruleDocument)), (document) => {
        verdicts.add(expectAgreement(document, ruleFileSchema, isRule));
      }),
      { numRuns: 3000 },
    );
    expect([...verdicts].sort()).toEqual([false, true]);
  });

  const folder = join(root, 'rules');
  test.each(readdirSync(folder))('accept rules/%s, alone and in a configuration', (name) => {
    const rule = parseDocument(readFileSync(join(folder, name), 'utf8')).toJS();
    expect(expectAgreement(rule, ruleFileSchema, isRule)).toBe(true);
    expect(expectAgreement({ rules: { define: [rule] } }, configSchema, isConfig)).toBe(true);
  });

  test.each([
    null,
    [],
    'text',
    1,
    true,
    { constructor: 1 },
    JSON.parse('{"__proto__": 1}'),
    { toString: 'x' },
    { weights: { constructor: {} } },
    { weights: JSON.parse('{"__proto__": {}}') },
    { weights: { 'azure-ai-key': { evidence: { constructor: 1 } } } },
    { weights: { 'azure-ai-key': { patterns: { prototype: 1 } } } },
    { weights: { 'azure-ai-key': null } },
    { weights: { 'azure-ai-key': { thresholds: [] } } },
    { scan: [] },
    { scan: null, rules: null, weights: null, allow: null },
    { allow: { paths: null, fingerprints: null, texts: null, regexes: null } },
    { allow: { texts: ['abc'] } },
    { allow: { paths: [' '] } },
    { $schema: '' },
  ])('agree on %j', (document) => {
    expectAgreement(document, configSchema, isConfig);
    expectAgreement(document, ruleFileSchema, isRule);
  });

  test('hold all that they refer to', () => {
    for (const schema of Object.values(schemas)) {
      const references = JSON.stringify(schema).match(/"\$ref":"[^"]+"/g) ?? [];
      expect(references.length).toBeGreaterThan(0);
      for (const reference of references) expect(reference).toMatch(/^"\$ref":"#\//);
    }
  });

  test('describe what they name', () => {
    for (const name of ['config.schema.json', 'rule.schema.json']) {
      const described = namedProperties(schemas[name]);
      expect(described.length).toBeGreaterThan(15);
      for (const [path, property] of described) {
        if (path.includes('.anyOf.')) continue;
        const isPlain =
          /\.(?:id|title|text|path|low|medium|high|checksum|alphabet|lengths|scheme|seeds|urlSafe)$/;
        if (!isPlain.test(path)) expect(property.description, `${name} ${path}`).toEqual(expect.any(String));
      }
    }
  });
});

describe('selfContained', () => {
  const other = { definitions: { id: { type: 'string' } } };

  test('leaves a schema alone that refers to no other', () => {
    const schema = { $ref: '#/definitions/a', definitions: { a: { $ref: 'https://example.com/x' } } };
    expect(selfContained(schema, new Map())).toBe(schema);
  });

  test('takes over what another defines', () => {
    const schema = { items: [{ $ref: 'other.schema.json#/definitions/id' }], definitions: { a: {} } };
    expect(selfContained(schema, new Map([['other.schema.json', other]]))).toEqual({
      items: [{ $ref: '#/definitions/id' }],
      definitions: { a: {}, id: { type: 'string' } },
    });
  });

  test.each([
    ['a file that is not there', { $ref: 'none.schema.json#/definitions/id' }],
    ['a name that is taken', { $ref: 'other.schema.json#/definitions/id', definitions: { id: {} } }],
  ])('refuses %s', (_, schema) => {
    expect(() => selfContained(schema, new Map([['other.schema.json', other]]))).toThrow(/schema\.json/);
  });
});

/** Every property that a schema names, with its path. */
function namedProperties(node: unknown, path = ''): [string, AnySchemaObject][] {
  if (typeof node !== 'object' || node === null) return [];
  const found: [string, AnySchemaObject][] = [];
  for (const [key, child] of Object.entries(node)) {
    if (key === 'properties')
      for (const [name, property] of Object.entries<AnySchemaObject>(child))
        found.push([`${path}.${name}`, property]);
    found.push(
      ...namedProperties(child, key === 'properties' || key === 'definitions' ? path : `${path}.${key}`),
    );
  }
  return found;
}
