/** Quoted-printable, in which mails and contact cards write text: https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
import { type Decoded, DecodedBuilder } from './decoded.ts';

/** A part of what says that a text is encoded so: in mails in lower case or with capitals, in cards in upper case. */
const NAME_IN_MAIL = Buffer.from('rintable');
const NAME_IN_CARD = Buffer.from('QUOTED-PRINTABLE');
const CARD = Buffer.from('BEGIN:VCARD');
const EQUALS_SIGN = 0x3d;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** How much is decoded, in bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Files that hold mails, web pages and contact cards in this encoding. */
const PATHS = /\.(?:eml|emlx|mbox|mbx|mht|mhtml|vcf|vcard)$/i;

/** Whether a content's path is a reason to look for the encoding. */
export function mayBeQuotedPrintable(path: string): boolean {
  return PATHS.test(path);
}

/** Whether a run goes on behind a soft line break, or begins with what is left of `=3D`. Cheap. */
export function isBrokenSoftly(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end] === EQUALS_SIGN && isLineEnd(bytes[end + 1])) return true;
  if (bytes[start - 1] === EQUALS_SIGN) return bytes[start] === 0x33 && bytes[start + 1] === 0x44;
  return (
    bytes[start - 1] === NEWLINE && (bytes[start - 2] === EQUALS_SIGN || bytes[start - 3] === EQUALS_SIGN)
  );
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === NEWLINE || byte === CARRIAGE_RETURN;
}

/** Where the encoding is first named; -1 when it is not, or when nothing behind it is encoded. */
export function startOfQuotedPrintable(bytes: Uint8Array): number {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isCard = content.subarray(0, CARD.length).equals(CARD);
  const start = content.indexOf(isCard ? NAME_IN_CARD : NAME_IN_MAIL);
  if (start < 0 || !(isCard || SPELLED_OUT.test(nameAround(content, start)))) return -1;
  for (let at = bytes.indexOf(EQUALS_SIGN, start); at >= 0; at = bytes.indexOf(EQUALS_SIGN, at + 1))
    if (readSequence(bytes, at) !== null) return start;
  return -1;
}

const SPELLED_OUT = /quoted-printable/i;

function nameAround(content: Buffer, at: number): string {
  return content.toString('latin1', Math.max(0, at - 8), at + NAME_IN_MAIL.length);
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
