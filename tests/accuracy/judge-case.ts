import { Collector } from '../../src/credentials/collector.ts';
import { unpack } from '../../src/decode/archive.ts';
import type { Engine } from '../../src/detect/engine.ts';
import { isAtLeast } from '../../src/detect/finding.ts';
import { wholePiece } from '../../src/sources/source.ts';
import { type AccuracyCase, fileOf } from '../support/accuracy-cases.ts';

/** What a scan of one case's file at the default confidence missed, and what it found that is no key. */
export function judgeCase(engine: Engine, sample: AccuracyCase): { missed: string[]; falseAlarms: string[] } {
  const bytes = fileOf(sample);
  const collector = new Collector(engine, () => true, unpack);
  collector.scan({
    origin: { kind: 'file', path: sample.file_name, state: 'unversioned' },
    bytes,
    piece: wholePiece(bytes.length),
  });
  const found = collector
    .credentials()
    .filter(({ sightings }) => sightings.some(({ finding }) => isAtLeast(finding.confidence, 'medium')))
    .map(({ sightings }) => String(sightings[0]?.finding.secret));
  return {
    missed: sample.expect.filter((secret) => !found.includes(secret)),
    falseAlarms: found.filter((secret) => !sample.expect.includes(secret)),
  };
}
