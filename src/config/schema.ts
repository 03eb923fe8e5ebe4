import * as v from 'valibot';
import { CONFIDENCE_LEVELS } from '../detect/finding.ts';
import { REPORT_FORMAT_NAMES } from '../report/index.ts';
import { RULESETS } from '../rules/rule-file.ts';
import { ruleFileSchema } from '../rules/schema.ts';

/** What a configuration has to look like. `config.schema.json` says the same for editors; a test compares them. */

const text = v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty'));
const texts = v.optional(v.array(text, 'must be a list'), []);
const number = v.pipe(
  v.number('must be a number'),
  v.minValue(-100, 'must be at least -100'),
  v.maxValue(100, 'must be at most 100'),
);
const numbers = v.optional(v.record(v.string(), number, 'must be a table of numbers'), {});
const confidence = v.nullish(
  v.picklist(CONFIDENCE_LEVELS, `must be one of ${CONFIDENCE_LEVELS.join(', ')}`),
  null,
);
const format = v.nullish(
  v.picklist(REPORT_FORMAT_NAMES, `must be one of ${REPORT_FORMAT_NAMES.join(', ')}`),
  null,
);
const fingerprint = v.pipe(
  v.string('must be a text'),
  v.regex(/^kp1:[0-9a-f]{40}$/, 'must be a fingerprint as reports have it: kp1: and 40 hex characters'),
);
/** Shorter ones would allow too much by accident. */
const allowedText = v.pipe(v.string('must be a text'), v.minLength(4, 'must have at least 4 characters'));

const weights = v.strictObject({
  evidence: numbers,
  patterns: numbers,
  thresholds: v.optional(
    v.strictObject({
      low: v.exactOptional(number),
      medium: v.exactOptional(number),
      high: v.exactOptional(number),
    }),
    {},
  ),
});

export const configSchema = v.strictObject({
  $schema: v.optional(text),
  scan: v.optional(
    v.strictObject({
      minConfidence: confidence,
      failOn: confidence,
      include: texts,
      exclude: texts,
      format,
    }),
    {},
  ),
  rules: v.optional(
    v.strictObject({
      files: texts,
      define: v.optional(v.array(ruleFileSchema, 'must be a list of rules'), []),
      only: texts,
      disable: texts,
      rulesets: v.optional(
        v.array(v.picklist(RULESETS, `must be one of ${RULESETS.join(', ')}`), 'must be a list'),
        [],
      ),
    }),
    {},
  ),
  weights: v.optional(v.record(v.string(), weights, 'must be a table of rule families'), {}),
  allow: v.optional(
    v.strictObject({
      paths: texts,
      fingerprints: v.optional(v.array(fingerprint, 'must be a list'), []),
      texts: v.optional(v.array(allowedText, 'must be a list'), []),
      regexes: texts,
    }),
    {},
  ),
});

/** A configuration document, with defaults filled in. */
export type ConfigDocument = v.InferOutput<typeof configSchema>;
