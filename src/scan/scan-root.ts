import { Collector, type SightedCredential } from '../credentials/collector.ts';
import type { ScanMode } from '../credentials/report.ts';
import type { PlacedSighting } from '../credentials/trace.ts';
import type { Engine } from '../detect/engine.ts';
import { maskRandom } from '../detect/mask.ts';
import { isExhaustion } from '../errors.ts';
import { GitError, reasonOf } from '../git/git-error.ts';
import type { DetectionRule } from '../rules/rule-file.ts';
import type { ScanOptions } from '../scan-options.ts';
import { Coverage } from '../sources/coverage.ts';
import type { Emit } from '../sources/source.ts';
import { ArchivesLater } from './archives-later.ts';
import type { PlacedCredentials } from './place-credentials.ts';
import { openMemory } from './root-memory.ts';
import { openNested, type Root } from './roots.ts';
import { sourcesOf } from './sources.ts';

/** What is looked for, the same in every root. */
export type Search = {
  readonly options: ScanOptions;
  readonly rules: readonly DetectionRule[];
  /** Stands for the rules, and for which of them are reported. */
  readonly rulesKey: string;
  readonly engine: Engine;
  readonly isReported: (family: string, rule: string) => boolean;
  /** What contents pass through on their way: see `observer.ts`. */
  readonly emitting: (emit: Emit) => Emit;
};

/** What scanning one folder or repository gave. */
export type RootScan = {
  readonly sightings: readonly PlacedSighting[];
  /** What stood in the same files before. */
  readonly standing: readonly SightedCredential[];
  readonly modes: readonly ScanMode[];
  /** Repositories within it, still to be scanned. */
  readonly nested: readonly Root[];
};

/**
 * Scans one folder or repository. What git cannot read of it is a gap, and what it can is scanned.
 * @param histories git folders whose history has been read: worktrees share one.
 */
export async function scanRoot(
  given: Root,
  { options, rules, rulesKey, engine, isReported, emitting }: Search,
  histories: Set<string>,
  total: Coverage,
): Promise<RootScan> {
  const coverage = new Coverage();
  const memory = await openMemory(given, options, rulesKey);
  const root: Root = { ...given, memory, links: { linked: null } };
  for (const gap of root.gaps) coverage.skip('unreadable', gap);
  const archives = new ArchivesLater();
  const onSkipped = (path: string): void => coverage.skip('archive', path);
  const collector = new Collector(engine, isReported, archives.unpack, onSkipped);
  const emit = archives.hold(emitting(collector.scan));
  const inside = new Set<string>();
  const sources = await sourcesOf(root, options, rules, (path) => inside.add(path));
  const modes: ScanMode[] = [];
  for (const { mode, source } of sources) {
    if (mode === 'history' && !isNew(root, histories)) continue;
    // The folder of a repository within another one is a name in that, and could hold a secret.
    const folder = root.prefix === '' ? root.folder : maskRandom(root.folder);
    options.log?.debug(`scanning ${mode} of ${JSON.stringify(folder)}`);
    modes.push(mode);
    await orGap(() => source(emit, coverage), coverage, options);
  }
  await archives.settled();
  const seen = collector.credentials();
  const { sightings, standing } = await placed(root, seen, engine, options, coverage);
  await memory?.store(seen);
  const nested: Root[] = [];
  for (const path of inside) {
    const opened = await openNested(root, path, options);
    if (opened === null) continue;
    if ('gap' in opened) coverage.skip('unreadable', opened.gap);
    else nested.push(opened);
  }
  total.add(coverage, root.prefix);
  return { sightings, standing, modes, nested };
}

/** What tells where something came from is loaded only when there is something. */
async function placed(
  root: Root,
  seen: readonly SightedCredential[],
  engine: Engine,
  options: ScanOptions,
  coverage: Coverage,
): Promise<PlacedCredentials> {
  if (seen.length === 0) return { sightings: [], standing: [] };
  const { placeCredentials } = await import('./place-credentials.ts');
  return placeCredentials(root, seen, engine, options, coverage);
}

/** Whether this is the first time that the history behind a root is scanned as a whole. */
function isNew({ repository, isInScope }: Root, histories: Set<string>): boolean {
  if (repository === null || !isInScope(null)) return true;
  const isFirst = !histories.has(repository.commonDir);
  histories.add(repository.commonDir);
  return isFirst;
}

async function orGap(run: () => Promise<void>, coverage: Coverage, options: ScanOptions): Promise<void> {
  try {
    await run();
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof GitError) coverage.skip('unreadable', reasonOf(error));
    // Names the call and the file: "EMFILE: too many open files, open '…'".
    else if (error instanceof Error && isExhaustion(error)) coverage.skip('unreadable', error.message);
    else throw error;
  }
}
