import { configuredDigest, configuredRules } from './config/apply-config.ts';
import { settle } from './config/settings.ts';
import { applyAllowRules } from './credentials/allow.ts';
import { Collector, type SightedCredential } from './credentials/collector.ts';
import { groupCredentials, type PlacedSighting } from './credentials/group.ts';
import type { Report, ScanMode } from './credentials/report.ts';
import { createEngine } from './detect/engine.ts';
import { isAtLeast } from './detect/finding.ts';
import { builtinRules, rulesDigest, selectRules } from './rules/catalogue.ts';
import { compilerForOwn } from './rules/own-compiler.ts';
import { type ScanObserver, watched } from './scan/observer.ts';
import { pairEndpoints } from './scan/pair-endpoints.ts';
import { findRoots } from './scan/roots.ts';
import { sourcesOf } from './scan/sources.ts';
import { withoutStanding } from './scan/standing.ts';
import { tellStories } from './scan/stories.ts';
import { traceSightings } from './scan/traces.ts';
import type { ScanOptions } from './scan-options.ts';
import { Coverage } from './sources/coverage.ts';
import { TOOL_VERSION } from './version.ts';

/**
 * Scans files and repositories, and says what credentials are in them and how far each one got.
 * Reads only; starts no process but git; never uses the network.
 * @throws {UserError} for a path, a rule, a rule set or a repository that the user has to mend.
 */
export function scan(options: ScanOptions = {}): Promise<Report> {
  return observedScan(options, null);
}

/** The same, watched from within: see `explain-fingerprint.ts`. */
export async function observedScan(given: ScanOptions, observer: ScanObserver | null): Promise<Report> {
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
  const watch = watched(engine, observer);
  const { unpack } = await import('./decode/archive.ts');
  const sightings: PlacedSighting[] = [];
  const stood: SightedCredential[] = [];
  const roots = await findRoots(
    options.paths?.length ? options.paths : ['.'],
    options.indexFile ?? null,
    options.signal,
  );
  for (const root of roots) {
    const collector = new Collector(watch.engine, isReported, unpack, (path) =>
      coverage.skip('archive', path),
    );
    for (const { mode, source } of await sourcesOf(root, options, rules)) {
      options.log?.debug(`scanning ${mode} of ${JSON.stringify(root.folder)}`);
      modes.add(mode);
      await source(watch.emitting(collector.scan), coverage);
    }
    const seen = collector.credentials();
    const { added, standing } = await withoutStanding(root.repository, seen, engine, options.signal);
    stood.push(...standing);
    const traced = await traceSightings(root, added, options, coverage);
    sightings.push(...(await pairEndpoints(root, traced, engine, options)));
  }
  const { kept, ignored } = await applyAllowRules(sightings, options.config?.allow, minConfidence);
  const isShown = ({ sightings: all }: SightedCredential) =>
    all.some(({ finding }) => isAtLeast(finding.confidence, minConfidence));
  observer?.placed(sightings, kept, stood);
  const stories = await tellStories(kept, options);
  const credentials = groupCredentials(kept, rules, options.showSecrets ?? false, stories);
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
      skipped: coverage.skipped(),
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
