import type { Config, ScanDefaults } from '../../src/config/config.ts';
import type { AllowRules } from '../../src/credentials/allow.ts';

type Changes = Partial<Omit<Config, 'defaults' | 'allow'>> & {
  readonly allow?: Partial<AllowRules>;
  readonly defaults?: Partial<ScanDefaults>;
};

/** A configuration that says nothing, changed as told. */
export function makeConfig({ allow, defaults, ...changes }: Changes = {}): Config {
  return {
    path: 'config.yaml',
    ownRules: [],
    weights: {},
    onlyRules: [],
    disabledRules: [],
    rulesets: [],
    ...changes,
    allow: { paths: [], fingerprints: [], texts: [], regexes: [], ...allow },
    defaults: {
      minConfidence: null,
      failOn: null,
      include: [],
      exclude: [],
      format: null,
      baseline: null,
      ignore: null,
      ...defaults,
    },
  };
}
