import type { PlacedSighting } from '../credentials/group.ts';

/** The sightings of a nested repository, with its place in the scanned one before each path. */
export function withPrefix(sightings: readonly PlacedSighting[], prefix: string): readonly PlacedSighting[] {
  if (prefix === '') return sightings;
  const inside = (path: string | null) => (path === null ? null : prefix + path);
  return sightings.map((placed) => {
    const { origin } = placed.sighting;
    const moved =
      origin.kind === 'stdin'
        ? origin
        : origin.kind === 'object'
          ? { ...origin, path: inside(origin.path) }
          : { ...origin, path: prefix + origin.path };
    const traces = placed.traces.map((trace) => ({ ...trace, path: inside(trace.path) }));
    return { ...placed, sighting: { ...placed.sighting, origin: moved }, traces };
  });
}
