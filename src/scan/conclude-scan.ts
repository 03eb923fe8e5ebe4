import { configuredRules } from '../config/apply-config.ts';
import { groupCredentials, type PlacedSighting } from '../credentials/group.ts';
import { createTextRedactor, redactNames, type TextRedactor } from '../credentials/name-redactor.ts';
import type { Credential, HiddenCredential, Remediation } from '../credentials/report.ts';
import type { SuppressedCredential } from '../credentials/suppress.ts';
import { detect } from '../detect/detect.ts';
import type { Engine } from '../detect/engine.ts';
import { builtinRules } from '../rules/catalogue.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { Skipped } from '../sources/coverage.ts';
import { tellStories } from './stories.ts';

/** What a scan came across. */
export type ScanResult = {
  readonly engine: Engine;
  readonly sightings: readonly PlacedSighting[];
  /** What of the sightings is reported. */
  readonly kept: readonly PlacedSighting[];
  /** What would be reported, and is kept out. */
  readonly suppressed: readonly SuppressedCredential[];
  readonly skipped: readonly Skipped[];
};

/** What a report tells of it. */
export type Conclusion = {
  readonly credentials: readonly Credential[];
  readonly hidden: readonly HiddenCredential[];
  readonly skipped: readonly Skipped[];
};

/** Makes credentials of what was found, worst first; neither they nor the names of what was skipped hold a secret. */
export async function concludeScan(
  { engine, sightings, kept, suppressed, skipped }: ScanResult,
  options: ScanOptions,
): Promise<Conclusion> {
  const stories = await tellStories(kept, options);
  const secrets = [
    ...sightings.map(({ sighting }) => sighting.finding.secret),
    // What was skipped was not looked at: not even its name.
    ...skipped.flatMap(({ examples }) => examples.flatMap((name) => secretsIn(engine, name))),
  ];
  const redactText = options.showSecrets === true ? (text: string) => text : createTextRedactor(secrets);
  const rules = configuredRules(builtinRules(), options.config);
  const credentials = groupCredentials(kept, rules, options.showSecrets ?? false, stories);
  return {
    credentials: credentials.map((each) => redactNames(each, redactText)),
    hidden: hiddenCredentials(suppressed, rules, redactText),
    skipped: skipped.map((each) => ({ ...each, examples: each.examples.map(redactText) })),
  };
}

/** Nobody acts on these: what their history is need not be told, and their secrets are not shown either. */
function hiddenCredentials(
  suppressed: readonly SuppressedCredential[],
  rules: readonly RuleFile[],
  redactText: TextRedactor,
): HiddenCredential[] {
  const suppressions = new Map(suppressed.map((each) => [each.fingerprint as string, each.suppression]));
  const sightings = suppressed.flatMap((each) => each.sightings);
  return groupCredentials(sightings, rules, false).flatMap((each) => {
    const suppression = suppressions.get(each.fingerprint);
    if (suppression === undefined) return [];
    const detail = redactText(suppression.detail);
    const credential = redactNames({ ...each, remediation: withoutUndo(each.remediation) }, redactText);
    return { credential, suppression: { ...suppression, detail } };
  });
}

/** How to take a credential out follows from its history. */
function withoutUndo({ summary, plan: whole }: Remediation): Remediation {
  const plan = whole.filter(({ stage }) => stage !== 'undo');
  const steps = plan.map(({ text }) => text);
  return { summary, steps, commands: plan.flatMap(({ commands }) => commands), plan };
}

function secretsIn(engine: Engine, text: string): string[] {
  return detect(engine, Buffer.from(text), '').map(({ secret }) => secret);
}
