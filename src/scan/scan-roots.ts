import { configuredDigest, configuredRules } from '../config/apply-config.ts';
import type { Config } from '../config/config.ts';
import { settle } from '../config/settings.ts';
import type { SightedCredential } from '../credentials/collector.ts';
import type { Report, ScanMode } from '../credentials/report.ts';
import { countByReason, suppressedCredentials } from '../credentials/suppress.ts';
import type { PlacedSighting } from '../credentials/trace.ts';
import { createEngine } from '../detect/engine.ts';
import { isAtLeast } from '../detect/finding.ts';
import { detectionRules, rulesDigest } from '../rules/detection-rules.ts';
import { compilerForOwn } from '../rules/own-compiler.ts';
import type { DetectionRule } from '../rules/rule-file.ts';
import { selectRules } from '../rules/select.ts';
import type { ScanOptions } from '../scan-options.ts';
import { Coverage } from '../sources/coverage.ts';
import { createPathFilter } from '../sources/path-filter.ts';
import { TOOL_VERSION } from '../version.ts';
import type { Conclusion, ScanResult } from './conclude-scan.ts';
import { type ScanObserver, watched } from './observer.ts';
import type { Root } from './roots.ts';
import { scanRoot } from './scan-root.ts';
import { Suppression } from './suppression.ts';

/**
 * Scans folders and repositories, and those within them.
 * @throws {UserError} for an option, a rule, a rule set or a repository that the user has to mend.
 */
export async function scanRoots(
  asked: Promise<Root[]>,
  given: ScanOptions,
  observer: ScanObserver | null,
): Promise<Report> {
  const builtin = await rulesFor(given.config);
  const available = configuredRules(builtin, given.config);
  const settings = settle(given, given.config);
  const minConfidence = settings.minConfidence.value;
  const options = { ...given, include: settings.include.value, exclude: settings.exclude.value };
  const { rules, isReported } = selectRules(
    available,
    settings.rules.value,
    settings.disabledRules.value,
    settings.rulesets.value,
  );
  // A mistake in a glob is told before anything is read.
  await createPathFilter(options);
  const suppression = await Suppression.open(options, settings);
  const coverage = new Coverage();
  const modes = new Set<ScanMode>();
  const engine = createEngine(rules, await compilerForOwn(rules));
  const digest = configuredDigest(available, builtin, rulesDigest);
  const rulesKey = JSON.stringify([
    digest,
    rules.map(({ family }) => family),
    settings.rules.value,
    settings.disabledRules.value,
  ]);
  const search = { options, rules, rulesKey, isReported, ...watched(engine, observer) };
  const sightings: PlacedSighting[] = [];
  const stood: SightedCredential[] = [];
  const histories = new Set<string>();
  const roots = [...(await asked)];
  for (const root of roots) await suppression.enter(root);
  // Repositories within a repository are found while it is scanned, and come behind it.
  for (const root of roots) {
    const found = await scanRoot(root, search, histories, coverage);
    for (const mode of found.modes) modes.add(mode);
    for (const sighting of found.sightings) sightings.push(sighting);
    for (const each of found.standing) stood.push(each);
    for (const nested of found.nested) await suppression.enter(nested);
    roots.push(...found.nested);
  }
  const result = await suppression.apply(sightings);
  const suppressed = suppressedCredentials(result, minConfidence);
  const isShown = ({ sightings: all }: SightedCredential) =>
    all.some(({ finding }) => isAtLeast(finding.confidence, minConfidence));
  observer?.placed(sightings, result, stood);
  const seen = { engine, sightings, kept: result.kept, suppressed, skipped: coverage.skipped() };
  const { credentials, hidden, skipped } = await inReport(seen, options);
  const shown = credentials.filter((each) => isAtLeast(each.confidence, minConfidence));
  return {
    schemaVersion: 1,
    tool: { name: 'keypetrel', version: TOOL_VERSION, rulesDigest: digest },
    coverage: {
      complete: coverage.isComplete(),
      modes: [...modes],
      files: coverage.files,
      objects: coverage.objects,
      commits: coverage.commits,
      shallow: coverage.shallow,
      partialClone: coverage.partialClone,
      skipped,
    },
    credentials: shown,
    suppressed: {
      ...countByReason(suppressed),
      belowThreshold: credentials.length - shown.length,
      standing: stood.filter(isShown).length,
    },
    ...suppression.baselineUse({ sightings, stood, roots, coverage, rules }),
    ...(hidden.length > 0 && { hidden }),
  };
}

/** A configuration may speak of anything that stands in a rule file. */
async function rulesFor(config: Config | undefined): Promise<readonly DetectionRule[]> {
  if (config === undefined) return detectionRules;
  const { builtinRules } = await import('../rules/catalogue.ts');
  return builtinRules();
}

/** Most scans find nothing: what makes credentials of findings, and takes them out of names, is loaded for the others. */
async function inReport(seen: ScanResult, options: ScanOptions): Promise<Conclusion> {
  if (seen.sightings.length === 0 && seen.skipped.length === 0)
    return { credentials: [], hidden: [], skipped: [] };
  const { concludeScan } = await import('./conclude-scan.ts');
  return concludeScan(seen, options);
}
