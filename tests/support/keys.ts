/**
 * Made-up keys, put together at run time from the templates in the rule files, so that no file of the tests
 * holds anything that looks like a key.
 */
import { builtinRules } from '../../src/rules/catalogue.ts';
import { expandPlaceholders, type Samples, samplesOf } from '../../src/rules/placeholders.ts';

/** Values that look like keys and are none: what stands in clean files. */
const BENIGN_SAMPLES: Samples = {
  md5: { template: '{hex:32}', checksum: null },
  'md5-upper': { template: '{HEX:32}', checksum: null },
  sha1: { template: '{hex:40}', checksum: null },
  sha256: { template: '{hex:64}', checksum: null },
  guid: { template: '{hex:8}-{hex:4}-4{hex:3}-{variant:1}{hex:3}-{hex:12}', checksum: null },
  'hex-short': { template: '{hex:16}', checksum: null },
  'hex-id': { template: '{hex:24}', checksum: null },
  alnum24: { template: '{alnum:24}', checksum: null },
  alnum40: { template: '{alnum:40}', checksum: null },
  alnum52: { template: '{alnum:52}', checksum: null },
  alnum64: { template: '{alnum:64}', checksum: null },
  alnum84: { template: '{alnum:84}', checksum: null },
  alnum86: { template: '{alnum:86}', checksum: null },
  'without-prefix-in-base64': { template: '{alnum:60}T3BlbkFJ{alnum:60}', checksum: null },
};

/** The samples of the shipped rules, and the benign ones. */
export const samples: Samples = { ...samplesOf(builtinRules()), ...BENIGN_SAMPLES };

/** One made-up key, always the same for the same name and number. */
export function key(sample: string, number: number): string {
  return expandFixture(`{{${sample}:${number}}}`);
}

/** A fixture's text with every placeholder, such as `{{azure-openai-key:1}}`, filled in. */
export function expandFixture(text: string): string {
  return expandPlaceholders(text, samples);
}
