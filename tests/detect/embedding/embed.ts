import { Collector } from '../../../src/credentials/collector.ts';
import { unpack } from '../../../src/decode/archive.ts';
import { isAtLeast } from '../../../src/detect/finding.ts';
import { wholePiece } from '../../../src/sources/source.ts';
import { engine } from '../../support/engine.ts';
import { key } from '../../support/keys.ts';
import type { Embedded } from './credentials.ts';
import type { FileEncoding, ValueEncoding } from './encodings.ts';
import { nameOf, type Template } from './templates.ts';

/** What is found in a file, in the form that tests compare: family, secret, and place `line:column-line:column`. */
export type Found = { readonly family: string; readonly secret: string; readonly place: string };

/** A file with one key in it, and what has to be found there. */
export type EmbeddedFile = { readonly path: string; readonly text: string; readonly expected: Found };

/** Writes a key into a template, encoded. */
export function embed(
  { sample, family, words, host, value }: Embedded,
  template: Template,
  encoding: ValueEncoding,
  number: number,
  choice: number,
): EmbeddedFile {
  const secret = key(sample, number);
  const [before = '', behind = ''] = value.split('§');
  const written = encoding.write(before, secret, behind, template, choice);
  const outline = template.write(nameOf(words), host);
  const at = outline.indexOf('§');
  const text = outline.replace('§', () => written.text);
  const place = `${positionIn(text, at + written.start)}-${positionIn(text, at + written.end)}`;
  return { path: template.path, text, expected: { family, secret, place } };
}

/** All that a scan of a file finds at the default confidence; archives are unpacked. */
export function scan(path: string, bytes: Buffer): Found[] {
  const collector = new Collector(engine, () => true, unpack);
  collector.scan({
    origin: { kind: 'file', path, state: 'unversioned' },
    bytes,
    piece: wholePiece(bytes.length),
  });
  return collector.credentials().flatMap(({ sightings }) =>
    sightings
      .filter(({ finding }) => isAtLeast(finding.confidence, 'medium'))
      .map(({ finding, start, end }) => ({
        family: finding.family,
        secret: String(finding.secret),
        place: `${start.line}:${start.column}-${end.line}:${end.column}`,
      })),
  );
}

/** What is found in an embedded file when it is packed. */
export function scanPacked({ path, text }: EmbeddedFile, encoding: FileEncoding): Found[] {
  return scan(path, encoding.pack(Buffer.from(text), path));
}

function positionIn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
