import * as v from 'valibot';
import { PLAIN_SCHEMES } from '../detect/checksums/index.ts';
import { templateProblem } from './placeholders.ts';
import { regexProblem } from './regex-safety.ts';
import {
  EVIDENCE_VIEWS,
  type RemediationTemplate,
  RULESETS,
  type RuleFile,
  type StepTemplate,
} from './rule-file.ts';

/** What a rule file has to look like; defaults are filled in. `rule-file.ts` says what each part means. */

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be words of a-z and 0-9 with "-" between them'),
);
const text = v.pipe(v.string('must be a text'), v.trim(), v.nonEmpty('must not be empty'));
const texts = v.optional(v.array(text, 'must be a list'), []);
const regex = v.pipe(
  v.string('must be a regular expression'),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? regexProblem(dataset.value) : null;
    if (problem !== null) addIssue({ message: problem });
  }),
);
const severity = v.picklist(['critical', 'high', 'medium', 'low'], 'must be critical, high, medium or low');
const seed = v.pipe(v.string(), v.regex(/^[ -~]{8}$/, 'must be 8 ASCII characters'));
const checksum = v.nullish(
  v.union(
    [
      v.pipe(
        v.picklist(PLAIN_SCHEMES),
        v.transform((scheme) => ({ scheme })),
      ),
      v.strictObject({ scheme: v.picklist(PLAIN_SCHEMES) }),
      v.strictObject({
        scheme: v.literal('azure-identifiable'),
        seeds: v.pipe(v.array(seed), v.minLength(1)),
        urlSafe: v.optional(v.boolean(), false),
      }),
    ],
    `must be a checksum scheme: ${PLAIN_SCHEMES.join(', ')}, or {scheme: azure-identifiable, seeds: [of 8 characters]}`,
  ),
  null,
);
const weight = v.number('must be a number');
const mark = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_\-+/.~]{3,32}$/, 'must be 3 to 32 characters that keys are made of'),
);

const pattern = v.pipe(
  v.strictObject({
    id,
    marks: v.optional(v.array(mark), []),
    run: v.nullish(
      v.strictObject({
        alphabet: v.picklist(['word', 'base64'], 'must be word or base64'),
        lengths: v.array(v.pipe(v.number(), v.integer(), v.minValue(32, 'must be at least 32'))),
        follows: v.nullish(v.pipe(v.string(), v.nonEmpty('must not be empty')), null),
        precedes: v.nullish(v.pipe(v.string(), v.nonEmpty('must not be empty')), null),
      }),
      null,
    ),
    regex,
    gate: v.nullish(regex, null),
    checksum,
    weight,
    says: text,
    random: v.optional(v.tuple([v.number(), v.nullable(v.number())]), [0, null]),
    minimumDistinct: v.optional(v.number(), 8),
    minimumEntropy: v.optional(v.number(), 0),
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
      v.strictObject({ step: text, run: texts }),
      v.transform(({ step: value, run }): StepTemplate => ({ text: value, commands: run })),
    ),
  ],
  'must be a text, or {step: text, run: [commands]}',
);
const steps = v.optional(v.array(step, 'must be a list'), []);

/** `steps` and `commands` are what came before the stages; all of it counts as `revoke`. */
const remediation = v.pipe(
  v.strictObject({
    summary: text,
    steps: texts,
    commands: texts,
    revoke: steps,
    investigate: steps,
    prevent: steps,
  }),
  v.transform(({ summary, steps: old, commands, revoke, investigate, prevent }): RemediationTemplate => {
    const unsorted = old.map((value, index) => ({
      text: value,
      commands: index === old.length - 1 ? commands : [],
    }));
    return { summary, revoke: [...unsorted, ...revoke], investigate, prevent };
  }),
  v.check(({ revoke }) => revoke.length > 0, 'needs at least one step under revoke'),
);

const variant = v.strictObject({
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
  v.strictObject({
    kind: id,
    view: v.picklist(EVIDENCE_VIEWS, `must be one of ${EVIDENCE_VIEWS.join(', ')}`),
    match: regex,
    weight,
    says: text,
    group: v.optional(id),
  }),
  v.transform((value) => ({ ...value, group: value.group ?? `${value.kind}-${value.view}-${value.match}` })),
);

const sample = v.strictObject({
  template: v.pipe(
    text,
    v.rawCheck(({ dataset, addIssue }) => {
      const problem = dataset.typed ? templateProblem(dataset.value) : null;
      if (problem !== null) addIssue({ message: problem });
    }),
  ),
  checksum,
});

export const ruleFileSchema: v.GenericSchema<unknown, RuleFile> = v.strictObject({
  family: id,
  title: text,
  description: text,
  ruleset: v.picklist(RULESETS, 'must be core, azure or llm'),
  severity,
  references: texts,
  patterns: v.pipe(v.array(pattern, 'must be a list'), v.minLength(1, 'needs at least one')),
  variants: v.pipe(
    v.array(variant, 'must be a list'),
    v.minLength(1, 'needs at least one'),
    v.check(
      (all) => all.at(-1)?.secret === null && all.at(-1)?.seed === null && all.at(-1)?.context === null,
      'the last one must have no condition, so that every match is some rule',
    ),
  ),
  hosts: v.optional(v.array(v.pipe(text, v.regex(/^[a-z0-9.-]+$/, 'must be a host suffix'))), []),
  thresholds: v.optional(v.strictObject({ low: v.number(), medium: v.number(), high: v.number() }), {
    low: 3,
    medium: 6,
    high: 9,
  }),
  evidence: v.optional(v.array(evidence, 'must be a list'), []),
  knownPublic: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 sum in hex'))),
    [],
  ),
  remediation,
  samples: v.optional(v.record(id, sample), {}),
  examples: v.pipe(
    v.array(
      v.strictObject({
        text,
        path: v.optional(text, 'example.txt'),
        finds: v.array(text),
        rule: v.nullish(id, null),
      }),
      'must be a list',
    ),
    v.minLength(1, 'needs at least one'),
  ),
  counterexamples: v.optional(
    v.array(v.strictObject({ text, path: v.optional(text, 'example.txt'), why: text })),
    [],
  ),
});
