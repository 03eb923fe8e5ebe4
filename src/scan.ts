import { checkOptions } from './check-options.ts';
import { configuredDigest, configuredRules } from './config/apply-config.ts';
import { settle } from './config/settings.ts';
import { applyAllowRules } from './credentials/allow.ts';
import type { SightedCredential } from './credentials/collector.ts';
import { groupCredentials, type PlacedSighting } from './credentials/group.ts';
import { createTextRedactor, redactNames } from './credentials/name-redactor.ts';
import type { Report, ScanMode } from './credentials/report.ts';
import { detect } from './detect/detect.ts';
import { createEngine, type Engine } from './detect/engine.ts';
import { isAtLeast } from './detect/finding.ts';
import { builtinRules, rulesDigest, selectRules } from './rules/catalogue.ts';
import { compilerForOwn } from './rules/own-compiler.ts';
import { type ScanObserver, watched } from './scan/observer.ts';
import { findRoots } from './scan/roots.ts';
import { scanRoot } from './scan/scan-root.ts';
import { tellStories } from './scan/stories.ts';
import type { ScanOptions } from './scan-options.ts';
import { Coverage } from './sources/coverage.ts';
import { TOOL_VERSION } from './version.ts';

/**
 * Scans files and repositories, and says what credentials are in them and how far each one got.
 * Reads only; starts no process but git; never uses the network.
 * @throws {UserError} for an option, a path, a rule, a rule set or a repository that the user has to mend.
 */
export function scan(options: ScanOptions = {}): Promise<Report> {
  return observedScan(options, null);
}

/** The same, watched from within: see `explain-fingerprint.ts`. */
export async function observedScan(given: ScanOptions, observer: ScanObserver | null): Promise<Report> {
  checkOptions(given);
  const available = configuredRules(builtinRules(), given.config);
  const settings = settle(given, given.config);
  const minConfidence = settings.minConfidence.value;
  const options = { ...given, include: settings.include.value, exclude: settings.exclude.value };
  const { rules, isReported } = selectRules(
    available,
    settings.rules.value,
    settings.disabledRules.value,
    settings.rulesets.value,
  );
  const coverage = new Coverage();
  const modes = new Set<ScanMode>();
  const engine = createEngine(rules, await compilerForOwn(rules));
  const rulesKey = JSON.stringify([
    configuredDigest(available, builtinRules(), rulesDigest),
    rules.map(({ family }) => family),
    settings.rules.value,
    settings.disabledRules.value,
  ]);
  const search = { options, rules, rulesKey, isReported, ...watched(engine, observer) };
  const sightings: PlacedSighting[] = [];
  const stood: SightedCredential[] = [];
  const histories = new Set<string>();
  const roots = await findRoots(options.paths?.length ? options.paths : ['.'], options);
  // Repositories within a repository are found while it is scanned, and come behind it.
  for (const root of roots) {
    const found = await scanRoot(root, search, histories, coverage);
    for (const mode of found.modes) modes.add(mode);
    for (const sighting of found.sightings) sightings.push(sighting);
    stood.push(...found.standing);
    roots.push(...found.nested);
  }
  const { kept, ignored } = await applyAllowRules(sightings, options.config?.allow, minConfidence);
  const isShown = ({ sightings: all }: SightedCredential) =>
    all.some(({ finding }) => isAtLeast(finding.confidence, minConfidence));
  observer?.placed(sightings, kept, stood);
  const stories = await tellStories(kept, options);
  const skipped = coverage.skipped();
  const secrets = [
    ...sightings.map(({ sighting }) => sighting.finding.secret),
    // What was skipped was not looked at: not even its name.
    ...skipped.flatMap(({ examples }) => examples.flatMap((name) => secretsIn(engine, name))),
  ];
  const redactText = options.showSecrets === true ? (text: string) => text : createTextRedactor(secrets);
  const credentials = groupCredentials(kept, rules, options.showSecrets ?? false, stories).map((each) =>
    redactNames(each, redactText),
  );
  const shown = credentials.filter((each) => isAtLeast(each.confidence, minConfidence));
  return {
    schemaVersion: 1,
    tool: {
      name: 'keypetrel',
      version: TOOL_VERSION,
      rulesDigest: configuredDigest(available, builtinRules(), rulesDigest),
    },
    coverage: {
      complete: coverage.isComplete(),
      modes: [...modes],
      files: coverage.files,
      objects: coverage.objects,
      commits: coverage.commits,
      shallow: coverage.shallow,
      partialClone: coverage.partialClone,
      skipped: skipped.map((each) => ({ ...each, examples: each.examples.map(redactText) })),
    },
    credentials: shown,
    suppressed: {
      baseline: 0,
      inline: 0,
      ignored,
      belowThreshold: credentials.length - shown.length,
      standing: stood.filter(isShown).length,
    },
  };
}

function secretsIn(engine: Engine, text: string): string[] {
  return detect(engine, Buffer.from(text), '').map(({ secret }) => secret);
}
