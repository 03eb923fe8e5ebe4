import type { PlacedSighting } from '../credentials/group.ts';
import type { ContentOrigin } from '../sources/source.ts';

/** The sightings of a nested repository, with its place in the scanned one before each path. */
export function withPrefix(sightings: readonly PlacedSighting[], prefix: string): readonly PlacedSighting[] {
  if (prefix === '') return sightings;
  const inside = (path: string | null) => (path === null ? null : prefix + path);
  return sightings.map((placed) => {
    const { origin } = placed.sighting;
    const moved = moveInside(origin, prefix);
    const traces = placed.traces.map((trace) => ({ ...trace, path: inside(trace.path) }));
    return { ...placed, sighting: { ...placed.sighting, origin: moved }, traces };
  });
}

function moveInside(origin: ContentOrigin, prefix: string): ContentOrigin {
  switch (origin.kind) {
    case 'file':
    case 'index':
      return { ...origin, path: prefix + origin.path };
    case 'object':
      return { ...origin, path: origin.path === null ? null : prefix + origin.path };
    case 'ref':
    case 'stdin':
      return origin;
  }
}
