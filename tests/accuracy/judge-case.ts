import { Collector } from '../../src/credentials/collector.ts';
import { unpack } from '../../src/decode/archive.ts';
import type { Engine } from '../../src/detect/engine.ts';
import { isAtLeast } from '../../src/detect/finding.ts';
import { wholePiece } from '../../src/sources/source.ts';
import { type AccuracyCase, fileOf } from '../support/accuracy-cases.ts';

export type Judgement = {
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
  /** Places, `line:column`, at which the text has a key that was found elsewhere only. */
  readonly misplaced: readonly string[];
};

/** What a scan of one case's file at the default confidence missed, misplaced, or found that is no key. */
export function judgeCase(engine: Engine, sample: AccuracyCase): Judgement {
  const bytes = fileOf(sample);
  const collector = new Collector(engine, () => true, unpack);
  collector.scan({
    origin: { kind: 'file', path: sample.file_name, state: 'unversioned' },
    bytes,
    piece: wholePiece(bytes.length),
  });
  const places = new Map<string, Set<string>>();
  for (const { sightings } of collector.credentials()) {
    if (!sightings.some(({ finding }) => isAtLeast(finding.confidence, 'medium'))) continue;
    const found = sightings.map(({ start }) => `${start.line}:${start.column}`);
    places.set(String(sightings[0]?.finding.secret), new Set(found));
  }
  return {
    missed: sample.expect.filter((secret) => !places.has(secret)),
    falseAlarms: [...places.keys()].filter((secret) => !sample.expect.includes(secret)),
    misplaced: sample.expect.flatMap((secret) => misplaced(sample, secret, places.get(secret))),
  };
}

/** A place in an archive is one in its member, and base64 has no place in the text that it was made of. */
function misplaced({ text, encoding }: AccuracyCase, secret: string, found?: ReadonlySet<string>): string[] {
  const isText = encoding === undefined || /^(?:utf|latin)/.test(encoding);
  if (!isText || found === undefined || !text.includes(secret)) return [];
  return placesOf(text, secret).filter((place) => !found.has(place));
}

/** `line:column` of each place at which a text holds another, counted on the text and not on its bytes. */
function placesOf(text: string, secret: string): string[] {
  const places: string[] = [];
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    places.push(`${text.slice(0, at).split('\n').length}:${at - lineStart + 1}`);
  }
  return places;
}
