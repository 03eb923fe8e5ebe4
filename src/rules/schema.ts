import * as v from 'valibot';
import { PLAIN_SCHEMES } from '../detect/checksums/index.ts';
import { templateProblem } from './placeholders.ts';
import { regexProblem } from './regex-safety.ts';
import { EVIDENCE_VIEWS, RULESETS, type RuleFile, type StepTemplate } from './rule-file.ts';
import { namedTable, table } from './table.ts';

/**
 * What a rule file has to look like; defaults are filled in. `rule-file.ts` says what each part means, and
 * `rule.schema.json` the same for editors; a test compares them.
 */

export const id = v.pipe(
  v.string('must be a text'),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be words of a-z and 0-9 with "-" between them'),
);
const text = v.pipe(v.string('must be a text'), v.trim(), v.nonEmpty('must not be empty'));
const list = <Item extends v.GenericSchema>(item: Item) => v.array(item, 'must be a list');
/** Nothing behind a name is an empty list: in YAML that is what is left when all of it is a comment. */
const texts = v.nullish(list(text), []);
/** Five times as long as the longest that ships. */
const LONGEST_REGEX = 4000;
const regex = v.pipe(
  v.string('must be a regular expression'),
  v.maxLength(LONGEST_REGEX, `must have at most ${LONGEST_REGEX} characters`),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? regexProblem(dataset.value) : null;
    if (problem !== null) addIssue({ message: problem });
  }),
);
const severity = v.picklist(['critical', 'high', 'medium', 'low'], 'must be critical, high, medium or low');
const seed = v.pipe(v.string('must be a text'), v.regex(/^[ -~]{8}$/, 'must be 8 ASCII characters'));
const checksum = v.nullish(
  v.union(
    [
      v.pipe(
        v.picklist(PLAIN_SCHEMES),
        v.transform((scheme) => ({ scheme })),
      ),
      table({ scheme: v.picklist(PLAIN_SCHEMES) }),
      table({
        scheme: v.literal('azure-identifiable'),
        seeds: v.pipe(v.array(seed), v.minLength(1)),
        urlSafe: v.optional(v.boolean(), false),
      }),
    ],
    `must be a checksum scheme: ${PLAIN_SCHEMES.join(', ')}, or {scheme: azure-identifiable, seeds: [of 8 characters]}`,
  ),
  null,
);
/** Of evidence, and what it adds up to. */
export const weight = v.pipe(
  v.number('must be a number'),
  v.minValue(-100, 'must be at least -100'),
  v.maxValue(100, 'must be at most 100'),
);
const count = v.pipe(
  v.number('must be a number'),
  v.minValue(0, 'must be at least 0'),
  v.maxValue(1000, 'must be at most 1000'),
);
const place = v.pipe(v.number('must be a number'), v.integer('must be a whole number'));
const mark = v.pipe(
  v.string('must be a text'),
  v.regex(/^[A-Za-z0-9_\-+/.~]{3,32}$/, 'must be 3 to 32 characters that keys are made of'),
);
/** Runs are looked at from 32 characters on, and up to 128: see `sampler.ts` and `classify.ts`. */
const runLength = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(32, 'must be at least 32'),
  v.maxValue(128, 'must be at most 128: longer keys need marks'),
);

const pattern = v.pipe(
  table({
    id,
    marks: v.nullish(list(mark), []),
    run: v.nullish(
      table({
        alphabet: v.picklist(['word', 'base64'], 'must be word or base64'),
        lengths: v.pipe(list(runLength), v.minLength(1, 'needs at least one')),
        follows: v.nullish(v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty')), null),
        precedes: v.nullish(v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty')), null),
      }),
      null,
    ),
    regex,
    gate: v.nullish(regex, null),
    checksum,
    weight,
    says: text,
    random: v.nullish(v.strictTuple([place, v.nullable(place)], 'must be [start, end or null]'), [0, null]),
    minimumDistinct: v.nullish(count, 8),
    minimumEntropy: v.nullish(count, 0),
    reject: v.nullish(regex, null),
  }),
  v.check(
    (value) => value.marks.length > 0 || value.run !== null,
    'needs marks or a run, or nothing would be looked at',
  ),
);

/** A step with commands is `{step, run}`; one without may be a text alone. */
const step = v.union(
  [
    v.pipe(
      text,
      v.transform((value): StepTemplate => ({ text: value, commands: [] })),
    ),
    v.pipe(
      table({ step: text, run: texts }),
      v.transform(({ step: value, run }): StepTemplate => ({ text: value, commands: run })),
    ),
  ],
  'must be a text, or {step: text, run: [commands]}',
);
const steps = v.nullish(list(step), []);

const remediation = table({
  summary: text,
  revoke: v.pipe(list(step), v.minLength(1, 'needs at least one step')),
  investigate: steps,
  prevent: steps,
});

const variant = table({
  id,
  title: text,
  service: text,
  severity: v.nullish(severity, null),
  secret: v.nullish(regex, null),
  seed: v.nullish(seed, null),
  context: v.nullish(regex, null),
  host: v.nullish(regex, null),
  remediation: v.nullish(remediation, null),
});

const evidence = v.pipe(
  table({
    kind: id,
    view: v.picklist(EVIDENCE_VIEWS, `must be one of ${EVIDENCE_VIEWS.join(', ')}`),
    match: regex,
    weight,
    says: text,
    group: v.nullish(id),
  }),
  v.transform((value) => ({ ...value, group: value.group ?? `${value.kind}-${value.view}-${value.match}` })),
);

const thresholds = v.pipe(
  table({ low: weight, medium: weight, high: weight }),
  v.check(
    ({ low, medium, high }) => low <= medium && medium <= high,
    'low must not be above medium, nor medium above high',
  ),
);

const sample = table({
  template: v.pipe(
    text,
    v.rawCheck(({ dataset, addIssue }) => {
      const problem = dataset.typed ? templateProblem(dataset.value) : null;
      if (problem !== null) addIssue({ message: problem });
    }),
  ),
  checksum,
});

export const ruleFileSchema: v.GenericSchema<unknown, RuleFile> = table({
  family: id,
  title: text,
  description: text,
  ruleset: v.picklist(RULESETS, 'must be core, azure or llm'),
  severity,
  references: texts,
  patterns: v.pipe(list(pattern), v.minLength(1, 'needs at least one')),
  variants: v.pipe(
    list(variant),
    v.minLength(1, 'needs at least one'),
    v.check(
      (all) => all.at(-1)?.secret === null && all.at(-1)?.seed === null && all.at(-1)?.context === null,
      'the last one must have no condition, so that every match is some rule',
    ),
  ),
  hosts: v.nullish(list(v.pipe(text, v.regex(/^[a-z0-9.-]+$/, 'must be a host suffix'))), []),
  thresholds: v.nullish(thresholds, { low: 3, medium: 6, high: 9 }),
  evidence: v.nullish(list(evidence), []),
  knownPublic: v.nullish(
    list(v.pipe(v.string('must be a text'), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 sum in hex'))),
    [],
  ),
  remediation,
  samples: v.nullish(namedTable(id, sample), {}),
  examples: v.pipe(
    list(
      table({
        text,
        path: v.nullish(text, 'example.txt'),
        finds: list(text),
        rule: v.nullish(id, null),
      }),
    ),
    v.minLength(1, 'needs at least one'),
  ),
  counterexamples: v.nullish(list(table({ text, path: v.nullish(text, 'example.txt'), why: text })), []),
});
