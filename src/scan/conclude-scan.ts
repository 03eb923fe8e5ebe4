import { configuredRules } from '../config/apply-config.ts';
import { groupCredentials, type PlacedSighting } from '../credentials/group.ts';
import { createTextRedactor, redactNames } from '../credentials/name-redactor.ts';
import type { Credential } from '../credentials/report.ts';
import { detect } from '../detect/detect.ts';
import type { Engine } from '../detect/engine.ts';
import { builtinRules } from '../rules/catalogue.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { Skipped } from '../sources/coverage.ts';
import { tellStories } from './stories.ts';

/** What a scan came across. */
export type ScanResult = {
  readonly engine: Engine;
  readonly sightings: readonly PlacedSighting[];
  /** What of the sightings nobody allowed. */
  readonly kept: readonly PlacedSighting[];
  readonly skipped: readonly Skipped[];
};

/** Makes credentials of what was found, worst first; neither they nor the names of what was skipped hold a secret. */
export async function concludeScan(
  { engine, sightings, kept, skipped }: ScanResult,
  options: ScanOptions,
): Promise<{ readonly credentials: readonly Credential[]; readonly skipped: readonly Skipped[] }> {
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
    skipped: skipped.map((each) => ({ ...each, examples: each.examples.map(redactText) })),
  };
}

function secretsIn(engine: Engine, text: string): string[] {
  return detect(engine, Buffer.from(text), '').map(({ secret }) => secret);
}
