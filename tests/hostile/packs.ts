/** Packs as no git writes them, with an index that fits. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

export const TREE = 2;
export const BLOB = 3;
export const OFS_DELTA = 6;
export const REF_DELTA = 7;

/** An entry: its type, what it is built on, and what is packed in it. */
export type PackEntry = {
  readonly type: number;
  /** The id that it is listed under; it need not be that of its content. */
  readonly oid: string;
  readonly content: Buffer;
  /** The size that its header tells; default: that of the content. */
  readonly size?: number;
  /** `OFS_DELTA`: the entry that it says it is built on, which may be itself. */
  readonly base?: number;
  /** `REF_DELTA`: the id that it is built on. */
  readonly baseOid?: string;
};

/** Puts a pack with these entries into a repository, which holds them all to be objects of its own. */
export function writePack(repo: { readonly folder: string }, entries: readonly PackEntry[]): void {
  const parts = [Buffer.concat([Buffer.from('PACK'), uint32(2), uint32(entries.length)])];
  const offsets: number[] = [];
  let offset = 12;
  for (const entry of entries) {
    offsets.push(offset);
    const bytes = Buffer.concat([headerOf(entry, offset, offsets), deflateSync(entry.content)]);
    parts.push(bytes);
    offset += bytes.length;
  }
  const body = Buffer.concat(parts);
  const pack = Buffer.concat([body, sha1(body)]);
  const name = sha1(pack).toString('hex');
  const path = join(repo.folder, '.git/objects/pack', `pack-${name}`);
  writeFileSync(`${path}.pack`, pack);
  writeFileSync(`${path}.idx`, indexOf(entries, offsets, pack));
}

function headerOf(
  { type, content, size = content.length, base, baseOid }: PackEntry,
  offset: number,
  offsets: readonly number[],
): Buffer {
  const bytes: number[] = [];
  let byte = (type << 4) | (size % 16);
  for (let left = Math.floor(size / 16); left > 0; left = Math.floor(left / 128)) {
    bytes.push(byte | 0x80);
    byte = left % 128;
  }
  bytes.push(byte);
  if (type === REF_DELTA) bytes.push(...Buffer.from(baseOid ?? '', 'hex'));
  if (type === OFS_DELTA) bytes.push(...distanceBytes(offset - (offsets[base ?? 0] ?? offset)));
  return Buffer.from(bytes);
}

/** https://git-scm.com/docs/gitformat-pack, "offset encoding". */
function distanceBytes(distance: number): number[] {
  const bytes = [distance % 128];
  for (let left = Math.floor(distance / 128); left > 0; left = Math.floor(left / 128)) {
    left -= 1;
    bytes.unshift(0x80 | (left % 128));
  }
  return bytes;
}

function indexOf(entries: readonly PackEntry[], offsets: readonly number[], pack: Buffer): Buffer {
  const sorted = entries
    .map(({ oid }, place) => ({
      oid,
      offset: offsets[place] ?? 0,
      end: offsets[place + 1] ?? pack.length - 20,
    }))
    .sort((a, b) => (a.oid < b.oid ? -1 : 1));
  const fanout = Array.from({ length: 256 }, (_, byte) =>
    uint32(sorted.filter(({ oid }) => Number.parseInt(oid.slice(0, 2), 16) <= byte).length),
  );
  const body = Buffer.concat([
    uint32(0xff744f63),
    uint32(2),
    ...fanout,
    ...sorted.map(({ oid }) => Buffer.from(oid, 'hex')),
    ...sorted.map(({ offset, end }) => uint32(crc32(pack.subarray(offset, end)))),
    ...sorted.map(({ offset }) => uint32(offset)),
    pack.subarray(-20),
  ]);
  return Buffer.concat([body, sha1(body)]);
}

/** The id that git gives to a blob. */
export function blobId(content: Buffer): string {
  return objectId('blob', content);
}

/** The id that git gives to an object. */
export function objectId(type: 'blob' | 'tree', content: Buffer): string {
  const hash = createHash('sha1').update(`${type} ${content.length}\0`);
  return hash.update(content).digest('hex');
}

/** An entry of a tree. @param name its mode and name. */
export function treeEntry(name: string, oid: string): Buffer {
  return Buffer.concat([Buffer.from(`${name}\0`), Buffer.from(oid, 'hex')]);
}

/** What in a delta takes over so many bytes of the base, 1 to 16,777,215. */
export function copyInstruction(offset: number, size: number): Buffer {
  const instruction = Buffer.alloc(8, 0xff);
  instruction.writeUInt32LE(offset, 1);
  instruction.writeUIntLE(size, 5, 3);
  return instruction;
}

/** A number as deltas write sizes: seven bits a byte, the lowest first. */
export function deltaSize(size: number): Buffer {
  const bytes: number[] = [];
  for (let left = size; ; left = Math.floor(left / 128)) {
    bytes.push((left % 128) | (left >= 128 ? 0x80 : 0));
    if (left < 128) return Buffer.from(bytes);
  }
}

function sha1(bytes: Buffer): Buffer {
  return createHash('sha1').update(bytes).digest();
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
