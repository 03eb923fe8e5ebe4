/** Quoted-printable, in which mails and contact cards write text: https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
import { type Decoded, DecodedBuilder } from './decoded.ts';

/** What says that a text is encoded so, in the spellings in use. */
const NAMES = ['quoted-printable', 'Quoted-Printable', 'QUOTED-PRINTABLE'];
const EQUALS_SIGN = 0x3d;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** How much is decoded, in bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Where the encoding is first named; -1 when it is not, or when nothing behind it is encoded. */
export function startOfQuotedPrintable(bytes: Uint8Array): number {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = NAMES.map((name) => content.indexOf(name, 0, 'latin1')).filter((start) => start >= 0);
  if (starts.length === 0) return -1;
  const start = Math.min(...starts);
  for (let at = bytes.indexOf(EQUALS_SIGN, start); at >= 0; at = bytes.indexOf(EQUALS_SIGN, at + 1))
    if (readSequence(bytes, at) !== null) return start;
  return -1;
}

/** `bytes[from..]`, decoded from `start` on. */
export function decodeQuotedPrintable(bytes: Uint8Array, from: number, start: number): Decoded {
  const end = Math.min(bytes.length, start + MOST_BYTES);
  const decoded = new DecodedBuilder(end - from);
  decoded.addUnchanged(bytes, from, start);
  for (let i = start; i < end; ) {
    const sequence = bytes[i] === EQUALS_SIGN ? readSequence(bytes, i) : null;
    if (sequence === null) decoded.add(bytes[i] as number, i, i + 1);
    else if (sequence.byte !== null) decoded.add(sequence.byte, i, i + sequence.length);
    i += sequence?.length ?? 1;
  }
  return decoded.build();
}

/** A byte, or a soft line break (null), and how many bytes it takes. */
type Sequence = { readonly byte: number | null; readonly length: number };

/** `=3D`, or `=` at the end of a line. */
function readSequence(bytes: Uint8Array, at: number): Sequence | null {
  const next = bytes[at + 1];
  if (next === NEWLINE) return { byte: null, length: 2 };
  if (next === CARRIAGE_RETURN && bytes[at + 2] === NEWLINE) return { byte: null, length: 3 };
  const digits = String.fromCharCode(next ?? 0, bytes[at + 2] ?? 0);
  return /^[0-9A-Fa-f]{2}$/.test(digits) ? { byte: Number.parseInt(digits, 16), length: 3 } : null;
}
