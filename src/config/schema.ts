import * as v from 'valibot';
import { CONFIDENCE_LEVELS } from '../detect/finding.ts';
import { REPORT_FORMAT_NAMES } from '../report/index.ts';
import { RULESETS } from '../rules/rule-file.ts';
import { id, ruleFileSchema, weight } from '../rules/schema.ts';
import { namedTable, table } from '../rules/table.ts';

/**
 * What a configuration has to look like. `config.schema.json` says the same for editors; a test compares them.
 * Nothing behind a name stands for nothing: in YAML that is what is left when all of it is a comment.
 */

const list = <Item extends v.GenericSchema>(item: Item) => v.nullish(v.array(item, 'must be a list'), []);
const text = v.pipe(
  v.string('must be a text'),
  v.check((value) => value.trim() !== '', 'must not be empty'),
);
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

/** Of all evidence of a kind, or of that of one view. */
const evidenceName = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/[a-z]+(?:-[a-z]+)*)?$/,
    'must be a kind of evidence, such as host, or kind/view, such as host/host-line',
  ),
);

const weights = table({
  evidence: v.nullish(namedTable(evidenceName, weight), {}),
  patterns: v.nullish(namedTable(id, weight), {}),
  thresholds: v.nullish(
    table({
      low: v.exactOptional(weight),
      medium: v.exactOptional(weight),
      high: v.exactOptional(weight),
    }),
    {},
  ),
});

const scan = table({
  minConfidence: confidence,
  failOn: confidence,
  include: list(text),
  exclude: list(text),
  format,
  baseline: v.nullish(text, null),
  ignore: v.nullish(v.boolean('must be true or false'), null),
});
const rules = table({
  files: list(text),
  define: list(ruleFileSchema),
  only: list(text),
  disable: list(text),
  rulesets: list(v.picklist(RULESETS, `must be one of ${RULESETS.join(', ')}`)),
});
const allow = table({
  paths: list(text),
  fingerprints: list(fingerprint),
  texts: list(allowedText),
  regexes: list(text),
});

export const configSchema = table({
  $schema: v.optional(text),
  scan: v.nullish(scan, {}),
  rules: v.nullish(rules, {}),
  weights: v.nullish(namedTable(id, weights), {}),
  allow: v.nullish(allow, {}),
});

/** A configuration document, with defaults filled in. */
export type ConfigDocument = v.InferOutput<typeof configSchema>;
