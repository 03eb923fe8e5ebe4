import type { PlacedSighting } from '../credentials/group.ts';
import type { Engine, EngineRule } from '../detect/engine.ts';
import { looksAtRepository, withRepositoryHost } from '../detect/repository-host.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { Coverage } from '../sources/coverage.ts';
import { pathOf } from '../sources/source.ts';
import { findRepositoryHosts, type HostPlace, hostPlaceOf, type MentionedHost } from './repository-hosts.ts';
import type { Root } from './roots.ts';

/**
 * Gives findings that name no endpoint the one that another file of their folder or repository names: a key in
 * `.env` and its endpoint in `config.yaml` belong together. It also counts as evidence, as the rule says.
 */
export async function pairEndpoints(
  root: Root,
  sightings: readonly PlacedSighting[],
  engine: Engine,
  options: ScanOptions,
  coverage: Coverage,
): Promise<PlacedSighting[]> {
  const rules = new Map(engine.patterns.map(({ rule }) => [rule.file.family, rule]));
  const open = new Map<PlacedSighting, EngineRule>();
  for (const placed of sightings) {
    const { endpoint, family } = placed.sighting.finding;
    const rule = rules.get(family);
    if (endpoint === null && rule !== undefined && looksAtRepository(rule)) open.set(placed, rule);
  }
  if (open.size === 0) return [...sightings];
  const places = byFrequency([...open.keys()].flatMap((placed) => hostPlaceOf(placed) ?? []));
  const suffixes = new Set([...open.values()].flatMap(({ file }) => file.hosts));
  const hosts = await findRepositoryHosts(root, places, [...suffixes], options, coverage);
  return sightings.map((placed) => {
    const rule = open.get(placed);
    const place = hostPlaceOf(placed);
    return place === null || rule === undefined ? placed : paired(placed, rule, hosts.get(place) ?? []);
  });
}

function paired(
  placed: PlacedSighting,
  rule: EngineRule,
  mentions: readonly MentionedHost[],
): PlacedSighting {
  const { sighting, traces } = placed;
  const path = traces.find((trace) => trace.path !== null)?.path ?? pathOf(sighting.origin) ?? '';
  const mention = closest(path, ownHosts(rule, sighting.finding.rule, mentions));
  if (mention === null) return placed;
  const finding = withRepositoryHost(sighting.finding, rule, mention.host, mention.path);
  return { ...placed, sighting: { ...sighting, finding } };
}

/**
 * The hosts of the very service where there are any, else those of the family. A rule's last variant stands for
 * keys that do not tell their service; for the others a host of another service is none.
 */
function ownHosts(
  rule: EngineRule,
  id: string,
  mentions: readonly MentionedHost[],
): readonly MentionedHost[] {
  const ofFamily = mentions.filter(({ host }) => rule.file.hosts.some((suffix) => host.endsWith(suffix)));
  const service = rule.variants.find(({ variant }) => variant.id === id);
  const ofService = ofFamily.filter(({ host }) => service?.host?.test(host) ?? false);
  const isTold = service !== undefined && service.host !== null && service !== rule.variants.at(-1);
  return isTold || ofService.length > 0 ? ofService : ofFamily;
}

/** The one host that the closest files name; null where they name several, of which any may be it. */
function closest(path: string, mentions: readonly MentionedHost[]): MentionedHost | null {
  const distances = mentions.map((mention) => distanceBetween(path, mention.path));
  const least = Math.min(...distances);
  const nearest = mentions.filter((_, index) => distances[index] === least);
  return new Set(nearest.map(({ host }) => host)).size === 1 ? (nearest[0] ?? null) : null;
}

/** How many folders lie between two files: 0 in the same one. */
function distanceBetween(one: string, other: string): number {
  const [a, b] = [one.split('/').slice(0, -1), other.split('/').slice(0, -1)];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return a.length + b.length - 2 * shared;
}

function byFrequency(places: readonly HostPlace[]): HostPlace[] {
  const counts = new Map<HostPlace, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([place]) => place);
}
