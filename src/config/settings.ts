import { type Confidence, isAtLeast } from '../detect/finding.ts';
import { UserError } from '../errors.ts';
import type { RuleSet } from '../rules/rule-file.ts';
import type { Config } from './config.ts';

/** What is reported when nobody says otherwise. */
export const DEFAULT_CONFIDENCE: Confidence = 'medium';

/** Where a value came from: an option outweighs the configuration, which outweighs the default. */
export type Origin = 'option' | 'configuration' | 'default';

/** A value that holds, and where it came from. */
export type Setting<Value> = { readonly value: Value; readonly origin: Origin };

/** What options say; null, undefined or an empty list where they say nothing. */
export type GivenSettings = {
  readonly minConfidence?: Confidence | null | undefined;
  readonly failOn?: Confidence | null | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly disabledRules?: readonly string[] | undefined;
  readonly rulesets?: readonly RuleSet[] | undefined;
  readonly baseline?: string | null | undefined;
  readonly ignore?: boolean | null | undefined;
};

/** What holds for a scan. */
export type Settings = {
  readonly minConfidence: Setting<Confidence>;
  readonly failOn: Setting<Confidence>;
  readonly include: Setting<readonly string[]>;
  readonly exclude: Setting<readonly string[]>;
  readonly rules: Setting<readonly string[]>;
  readonly disabledRules: Setting<readonly string[]>;
  /** Beside those that are on by default. */
  readonly rulesets: Setting<readonly RuleSet[]>;
  /** The file; null when there is none. */
  readonly baseline: Setting<string | null>;
  /** Whether ignore files and comments have a say. */
  readonly ignore: Setting<boolean>;
};

/**
 * Settles what holds. A list that an option gives stands in the place of the configuration's list.
 * @throws {UserError} when what fails a scan would not even be reported.
 */
export function settle(given: GivenSettings, config: Config | undefined): Settings {
  const { defaults } = config ?? {};
  const minConfidence = choose(given.minConfidence, defaults?.minConfidence, DEFAULT_CONFIDENCE);
  return {
    minConfidence,
    failOn: settleFailOn(given.failOn, defaults?.failOn, minConfidence.value),
    include: chooseList(given.include, defaults?.include),
    exclude: chooseList(given.exclude, defaults?.exclude),
    rules: chooseList(given.rules, config?.onlyRules),
    disabledRules: settleDisabled(given, config),
    rulesets: chooseList(given.rulesets, config?.rulesets),
    baseline: choose<string | null>(given.baseline, defaults?.baseline, null),
    ignore: choose(given.ignore, defaults?.ignore, true),
  };
}

/** The first that is there. */
export function choose<Value>(
  option: Value | null | undefined,
  configured: Value | null | undefined,
  byDefault: Value,
): Setting<Value> {
  if (option != null) return { value: option, origin: 'option' };
  if (configured != null) return { value: configured, origin: 'configuration' };
  return { value: byDefault, origin: 'default' };
}

function chooseList<Item>(
  option: readonly Item[] | undefined,
  configured: readonly Item[] | undefined,
): Setting<readonly Item[]> {
  return choose(option?.length ? option : null, configured?.length ? configured : null, []);
}

/** What is not reported cannot make a scan fail, so a lower threshold would promise too much. */
function settleFailOn(
  option: Confidence | null | undefined,
  configured: Confidence | null | undefined,
  minConfidence: Confidence,
): Setting<Confidence> {
  const failOn = choose(option, configured, minConfidence);
  if (isAtLeast(failOn.value, minConfidence)) return failOn;
  if (failOn.origin === 'option') {
    throw new UserError(
      `--fail-on ${failOn.value} needs --min-confidence ${failOn.value}: what is not reported fails no scan`,
    );
  }
  // The configuration was written for what it reports itself; an option now reports less.
  return { value: minConfidence, origin: 'option' };
}

/** A rule that an option asks for by its name is on, also when the configuration turns it off. */
function settleDisabled(given: GivenSettings, config: Config | undefined): Setting<readonly string[]> {
  const disabled = chooseList(given.disabledRules, config?.disabledRules);
  if (disabled.origin !== 'configuration' || !given.rules?.length) return disabled;
  return { ...disabled, value: disabled.value.filter((id) => given.rules?.includes(id) !== true) };
}
