/** Configurations and rule files as people may write them: right ones, and such that are wrong at one place. */
import fc from 'fast-check';
import { PLAIN_SCHEMES } from '../../src/detect/checksums/index.ts';
import { CONFIDENCE_LEVELS } from '../../src/detect/finding.ts';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import { EVIDENCE_VIEWS, RULESETS } from '../../src/rules/rule-file.ts';

const id = fc.constantFrom('acme-key', 'acme', 'a1-b2', 'azure-ai-key', 'host');
const text = fc.constantFrom('a', 'Acme key', ' x ', 'two\nlines', 'é🐦');
const regex = fc.constantFrom('', 'a', 'ACME_[A-Za-z0-9]{40}(?![A-Za-z0-9])', '^[a-f]{2,8}$', '(?:a|b){1,3}');
const weight = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.constantFrom(0.5, -3.25));
const severity = fc.constantFrom('critical', 'high', 'medium', 'low');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const list = <T>(item: fc.Arbitrary<T>, minLength = 0) => fc.array(item, { minLength, maxLength: 3 });
/** Some of the entries, each with its key or without. */
const some = (entries: Record<string, fc.Arbitrary<unknown>>, required: readonly string[] = []) =>
  fc.record(entries, { requiredKeys: [...required] });
const named = (name: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
  fc.dictionary(name, value, { maxKeys: 3 });

const checksum = fc.oneof(
  fc.constantFrom(...PLAIN_SCHEMES, null, { scheme: 'azure-annotated' }),
  some(
    {
      scheme: fc.constant('azure-identifiable'),
      seeds: list(fc.constantFrom('Default0', 'Query000'), 1),
      urlSafe: fc.boolean(),
    },
    ['scheme', 'seeds'],
  ),
);

const run = some(
  {
    alphabet: fc.constantFrom('word', 'base64'),
    lengths: list(fc.integer({ min: 32, max: 128 }), 1),
    follows: maybe(fc.constantFrom('=', '":')),
    precedes: maybe(fc.constantFrom('"', ' ')),
  },
  ['alphabet', 'lengths'],
);
const patternEntries = {
  id,
  marks: maybe(list(fc.constantFrom('ACME_', 'abc', '+ASt'))),
  run: maybe(run),
  regex,
  gate: maybe(regex),
  checksum,
  weight,
  says: text,
  random: maybe(fc.tuple(fc.integer(), maybe(fc.integer()))),
  minimumDistinct: maybe(fc.integer({ min: 0, max: 60 })),
  minimumEntropy: maybe(fc.constantFrom(0, 3.5)),
  reject: maybe(regex),
};
const pattern = some(patternEntries, ['id', 'regex', 'weight', 'says']);

const step = fc.oneof(text, some({ step: text, run: maybe(list(text)) }, ['step']));
const remediation = some(
  { summary: text, revoke: list(step, 1), investigate: maybe(list(step)), prevent: maybe(list(step)) },
  ['summary', 'revoke'],
);

const variantEntries = {
  id,
  title: text,
  service: text,
  severity: maybe(severity),
  secret: maybe(regex),
  seed: maybe(fc.constant('Default0')),
  context: maybe(regex),
  host: maybe(regex),
  remediation: maybe(remediation),
};
const variant = some(variantEntries, ['id', 'title', 'service']);
/** The last one has no condition: which one it is no JSON Schema can say. */
const lastVariant = some({ id, title: text, service: text, severity: maybe(severity), host: maybe(regex) }, [
  'id',
  'title',
  'service',
]);
const variants = fc.tuple(list(variant), lastVariant).map(([others, last]) => [...others, last]);

const evidence = some(
  {
    kind: id,
    view: fc.constantFrom(...EVIDENCE_VIEWS),
    match: regex,
    weight,
    says: text,
    group: maybe(id),
  },
  ['kind', 'view', 'match', 'weight', 'says'],
);

/** In order: no JSON Schema compares numbers. */
const thresholds = fc
  .tuple(fc.integer({ min: -100, max: 0 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 9, max: 100 }))
  .map(([low, medium, high]) => ({ low, medium, high }));

export const ruleDocument: fc.Arbitrary<unknown> = some(
  {
    family: id,
    title: text,
    description: text,
    ruleset: fc.constantFrom(...RULESETS),
    severity,
    references: maybe(list(text)),
    patterns: list(pattern, 1),
    variants,
    hosts: maybe(list(fc.constantFrom('acme.example', ' openai.azure.com '))),
    thresholds: maybe(thresholds),
    evidence: maybe(list(evidence)),
    knownPublic: maybe(list(fc.constant('0123456789abcdef'.repeat(4)))),
    remediation,
    samples: maybe(
      named(id, some({ template: fc.constantFrom('ACME_{alnum:40}', 'x'), checksum }, ['template'])),
    ),
    examples: list(
      some({ text, path: maybe(text), finds: list(text), rule: maybe(id) }, ['text', 'finds']),
      1,
    ),
    counterexamples: maybe(list(some({ text, path: maybe(text), why: text }, ['text', 'why']))),
  },
  [
    'family',
    'title',
    'description',
    'ruleset',
    'severity',
    'patterns',
    'variants',
    'remediation',
    'examples',
  ],
);

const confidence = maybe(fc.constantFrom(...CONFIDENCE_LEVELS));
const texts = maybe(list(text));

export const configDocument: fc.Arbitrary<unknown> = some({
  $schema: text,
  scan: maybe(
    some({
      minConfidence: confidence,
      failOn: confidence,
      include: texts,
      exclude: texts,
      format: maybe(fc.constantFrom(...REPORT_FORMAT_NAMES)),
    }),
  ),
  rules: maybe(
    some({
      files: texts,
      define: maybe(fc.array(ruleDocument, { maxLength: 1 })),
      only: texts,
      disable: texts,
      rulesets: maybe(list(fc.constantFrom(...RULESETS))),
    }),
  ),
  weights: maybe(
    named(
      id,
      some({
        evidence: maybe(named(fc.constantFrom('host', 'host/host-line', 'name'), weight)),
        patterns: maybe(named(id, weight)),
        thresholds: maybe(some({ low: weight, medium: weight, high: weight })),
      }),
    ),
  ),
  allow: maybe(
    some({
      paths: texts,
      fingerprints: maybe(list(fc.constant(`kp1:${'0a'.repeat(20)}`))),
      texts: maybe(list(fc.constantFrom('made-up', 'test'))),
      regexes: texts,
    }),
  ),
});

/** What may stand in the place of anything. */
const anything = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    '',
    ' ',
    'x',
    'Acme!',
    'constructor',
    'kp1:12',
    0,
    -1,
    1.5,
    31,
    129,
    1000,
    -101,
  ),
  fc.constantFrom([], {}, [null], [''], ['a'], [1], { a: 1 }, { constructor: 1 }, [[]], [{}]),
  id,
  text,
);

/** Documents with one value, somewhere, replaced, taken out, or joined by one that has no business there. */
export function mutated(documents: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(documents, fc.nat(), fc.constantFrom('replace', 'remove', 'add'), anything)
    .map(([document, pick, how, value]) => {
      const copy = structuredClone(document);
      const places = placesIn(copy);
      const place = places[pick % Math.max(1, places.length)];
      if (place === undefined) return value;
      const { parent, key } = place;
      if (how === 'replace') parent[key] = value;
      else if (Array.isArray(parent)) how === 'remove' ? parent.splice(Number(key), 1) : parent.push(value);
      else if (how === 'remove') delete parent[key];
      else parent[['colour', 'id', 'toString', 'paths', 'low'][pick % 5] ?? 'x'] = value;
      return copy;
    });
}

type Place = { readonly parent: Record<string, unknown>; readonly key: string };

function placesIn(node: unknown): Place[] {
  if (typeof node !== 'object' || node === null) return [];
  const parent = node as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesIn(parent[key])]);
}
