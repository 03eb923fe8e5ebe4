import type { Fingerprint } from '../credentials/fingerprint.ts';
import type { RepositoryFootholds } from '../credentials/foothold.ts';
import type { CredentialProvenance } from '../credentials/provenance.ts';
import type { Stories, TraceDetails } from '../credentials/stories.ts';
import type { ObjectTrace, PlacedSighting, SightingRoot } from '../credentials/trace.ts';
import { SETS_AT_ONCE } from '../git/commit-graph.ts';
import type { History } from '../git/history.ts';
import type { ScanOptions } from '../scan-options.ts';
import { footholdsOf } from './footholds.ts';
import type { Placed } from './holdings.ts';
import { RepositoryStory } from './repository-story.ts';

/** Tells everything about the places that count, once it is known which these are. */
export async function tellStories(
  sightings: readonly PlacedSighting[],
  options: ScanOptions,
): Promise<Stories> {
  const traces = new Map<ObjectTrace, TraceDetails>();
  const provenances = new Map<Fingerprint, CredentialProvenance>();
  const stories = new Map<History, RepositoryStory>();
  for (const [history, placed] of byHistory(sightings)) {
    const story = await RepositoryStory.tell(history, placed, options);
    stories.set(history, story);
    for (const { trace } of placed) traces.set(trace, story.detailsOf(trace));
    // In several repositories: the story of the first one that was scanned.
    const untold = [...story.fingerprints].filter((fingerprint) => !provenances.has(fingerprint));
    for (const some of inBatches(untold)) {
      story.follow(some);
      for (const fingerprint of some) provenances.set(fingerprint, story.provenanceOf(fingerprint));
    }
  }
  return { traces, provenances, footholds: footholdsByCredential(sightings, stories, options) };
}

function byHistory(sightings: readonly PlacedSighting[]): Map<History, Placed[]> {
  const histories = new Map<History, Placed[]>();
  for (const { fingerprint, sighting, traces } of sightings) {
    if (sighting.origin.kind !== 'object') continue;
    for (const trace of traces) {
      if (trace.origin === undefined) continue;
      const { history } = trace.origin;
      const placed = histories.get(history) ?? [];
      histories.set(history, placed);
      const { type, isName = false } = sighting.origin;
      placed.push({
        fingerprint,
        type: type === 'commit' || type === 'tag' ? type : 'blob',
        isName,
        trace,
        origin: trace.origin,
      });
    }
  }
  return histories;
}

function footholdsByCredential(
  sightings: readonly PlacedSighting[],
  stories: ReadonlyMap<History, RepositoryStory>,
  options: ScanOptions,
): Map<Fingerprint, RepositoryFootholds[]> {
  const groups = new Map<Fingerprint, Map<SightingRoot, PlacedSighting[]>>();
  for (const sighting of sightings) {
    const { root } = sighting;
    if (root?.repository == null) continue;
    const roots = groups.get(sighting.fingerprint) ?? new Map<SightingRoot, PlacedSighting[]>();
    groups.set(sighting.fingerprint, roots);
    const group = roots.get(root) ?? [];
    roots.set(root, group);
    group.push(sighting);
  }
  const footholds = new Map<Fingerprint, RepositoryFootholds[]>();
  for (const some of inBatches([...groups])) {
    for (const story of stories.values()) story.follow(some.map(([fingerprint]) => fingerprint));
    for (const [fingerprint, roots] of some) {
      footholds.set(
        fingerprint,
        [...roots].map(([root, group]) => footholdsOf(root, fingerprint, group, stories, options)),
      );
    }
  }
  return footholds;
}

/** As many at a time as a history follows at once. */
function inBatches<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / SETS_AT_ONCE);
  return Array.from({ length: count }, (_, at) => items.slice(at * SETS_AT_ONCE, (at + 1) * SETS_AT_ONCE));
}
