import type { ContentOrigin } from '../sources/source.ts';
import { memberPath, type Sighting } from './collector.ts';
import type { Occurrence, OccurrenceSource } from './report.ts';
import { NO_DETAILS, type Stories } from './stories.ts';
import type { PlacedSighting } from './trace.ts';

/** The occurrences of one sighting: one for each path and commit that brought in the object it is in. */
export function occurrencesOf({ sighting, traces }: PlacedSighting, stories: Stories): Occurrence[] {
  const { origin } = sighting;
  switch (origin.kind) {
    case 'stdin':
      return [occurrence(sighting, 'stdin', { path: null, exposure: 'working-tree' })];
    case 'file': {
      const exposure = origin.state === 'ignored' ? 'ignored-file' : 'working-tree';
      return [occurrence(sighting, 'file', { path: origin.path, exposure })];
    }
    case 'index':
      return [occurrence(sighting, 'index', { path: origin.path, blob: origin.oid, exposure: 'staged' })];
    case 'ref':
      return traces.map(({ exposure }) =>
        occurrence(sighting, 'ref-name', { path: null, refs: [origin.name], exposure }),
      );
    case 'object':
      return traces.map((trace) => {
        const { tagged, author, date, refs, moreRefs, isNote } = stories.traces.get(trace) ?? NO_DETAILS;
        const isStagedHere = trace.exposure === 'staged' && trace.worktree === undefined;
        const source = isStagedHere ? 'index' : sourceOf(origin.type, sighting.inHeader, isNote);
        return occurrence(sighting, source, {
          path: isNote ? null : trace.path,
          blob: origin.type === 'commit' ? null : origin.oid,
          commit: trace.commit ?? tagged ?? (origin.type === 'commit' ? origin.oid : null),
          author,
          date,
          refs,
          moreRefs,
          inHead: trace.inHead,
          exposure: trace.exposure,
        });
      });
  }
}

function sourceOf(type: ObjectType, inHeader: boolean, isNote: boolean): OccurrenceSource {
  if (type === 'commit' || type === 'tag') return `${type}-${inHeader ? 'header' : 'message'}`;
  return isNote ? 'note' : 'blob';
}

type ObjectType = Extract<ContentOrigin, { kind: 'object' }>['type'];

function occurrence(
  sighting: Sighting,
  source: OccurrenceSource,
  place: Pick<Occurrence, 'path' | 'exposure'> & Partial<Occurrence>,
): Occurrence {
  return {
    line: sighting.start.line,
    column: sighting.start.column,
    endLine: sighting.end.line,
    endColumn: sighting.end.column,
    source,
    isName: 'isName' in sighting.origin,
    blob: null,
    commit: null,
    author: null,
    date: null,
    refs: [],
    moreRefs: 0,
    inHead: null,
    decodedFrom: sighting.finding.decodedFrom,
    cell: sighting.cell,
    frame: sighting.frame,
    ...place,
    path: place.path === null ? sighting.member : memberPath(place.path, sighting.member),
  };
}

/** Frames are for a person to look at: of a key that stands in 300 places a few are enough. */
const MOST_FRAMES = 3;

/** Leaves the frames of the first few contents, however often each is there. */
export function withFewFrames(sorted: readonly Occurrence[]): Occurrence[] {
  const shown = new Set<Occurrence['frame']>();
  return sorted.map((each) => {
    if (each.frame.length === 0 || shown.has(each.frame)) return each;
    if (shown.size === MOST_FRAMES) return { ...each, frame: [] };
    shown.add(each.frame);
    return each;
  });
}

/** What still stands there comes before what is history; then path, line, column, date, commit. */
export function comparePlaces(a: Occurrence, b: Occurrence): number {
  return (
    SOURCE_ORDER.indexOf(a.source) - SOURCE_ORDER.indexOf(b.source) ||
    Number(b.inHead === true) - Number(a.inHead === true) ||
    compareTexts(a.path ?? '', b.path ?? '') ||
    a.line - b.line ||
    a.column - b.column ||
    compareTexts(a.date ?? '', b.date ?? '') ||
    compareTexts(a.commit ?? '', b.commit ?? '') ||
    compareTexts(a.blob ?? '', b.blob ?? '')
  );
}

const SOURCE_ORDER: readonly OccurrenceSource[] = [
  'file',
  'index',
  'blob',
  'note',
  'commit-message',
  'commit-header',
  'tag-message',
  'tag-header',
  'ref-name',
  'stdin',
];

export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
