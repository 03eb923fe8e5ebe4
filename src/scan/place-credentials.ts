import type { SightedCredential } from '../credentials/collector.ts';
import type { PlacedSighting } from '../credentials/trace.ts';
import type { Engine } from '../detect/engine.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { Coverage } from '../sources/coverage.ts';
import { pairEndpoints } from './pair-endpoints.ts';
import type { Root } from './roots.ts';
import { splitNames } from './split-names.ts';
import { withoutStanding } from './standing.ts';
import { traceSightings } from './traces.ts';
import { withPrefix } from './with-prefix.ts';

/** Credentials in their places, and those that stood in the same files before. */
export type PlacedCredentials = {
  readonly sightings: readonly PlacedSighting[];
  readonly standing: readonly SightedCredential[];
};

/** Finds out where each credential of a root came from, and what belongs to it. */
export async function placeCredentials(
  root: Root,
  seen: readonly SightedCredential[],
  engine: Engine,
  options: ScanOptions,
  coverage: Coverage,
): Promise<PlacedCredentials> {
  const { added, standing } = await withoutStanding(root.repository, seen, engine, options.signal);
  const { names, others } = splitNames(added);
  const traced = await traceSightings(root, others, options, coverage);
  if (names.length > 0) {
    const { traceNames } = await import('./name-traces.ts');
    for (const each of await traceNames(root, names, options, coverage)) traced.push(each);
  }
  const paired = await pairEndpoints(root, traced, engine, options, coverage);
  return { sightings: withPrefix(paired, root.prefix), standing };
}
