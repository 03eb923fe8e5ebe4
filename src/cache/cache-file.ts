import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** What a cache file holds: some JSON, and bytes. */
export type CacheContent = { readonly header: unknown; readonly body: Buffer };

const MAGIC = Buffer.from('keypetrel cache 2\n');
const HASH_LENGTH = 32;
/** A history of ten million commits fits; larger files are none of ours. In bytes. */
const LARGEST = 1024 * 1024 * 1024;
/** For other rules, or of other versions: the oldest above this number are removed. */
const MOST_FILES = 4;
const EXTENSION = '.cache';

/**
 * Reads a cache file.
 * @param binding what it is tied to. A file that is tied to something else is not read beyond that: it may be of any size,
 *   and made to be costly to parse.
 * @returns null when there is none, or it is not whole: what is wrong with it does not matter, it is written anew.
 */
export async function readCacheFile(
  folder: string,
  name: string,
  binding: string,
): Promise<CacheContent | null> {
  try {
    if (!(await isOwnFolder(folder))) return null;
    // Neither a link, which may lead anywhere, nor a pipe, which may never end.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const file = await open(join(folder, name + EXTENSION), flags);
    try {
      const stats = await file.stat();
      if (!stats.isFile() || stats.size > LARGEST) return null;
      const start = startOf(binding);
      const { buffer } = await file.read(Buffer.alloc(start.length), 0, start.length, 0);
      return buffer.equals(start) ? decode(await file.readFile(), start) : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/**
 * Writes a cache file, tied to `binding`: whoever reads it meanwhile gets the old one or the new one, and never a part.
 * @throws when it cannot be written; nothing is left of it then.
 */
export async function writeCacheFile(
  folder: string,
  name: string,
  binding: string,
  content: CacheContent,
): Promise<void> {
  await makeFolder(folder, 0o700);
  if (!(await isOwnFolder(folder))) throw new Error('it is no folder, or belongs to somebody else');
  const temporary = join(folder, `${name}.${randomBytes(8).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(encode(content, startOf(binding)));
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, name + EXTENSION));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await removeOld(folder);
}

/** Removes a cache file; nothing happens when it is not there. */
export async function removeCacheFile(folder: string, name: string): Promise<void> {
  if (await isOwnFolder(folder).catch(() => false)) await rm(join(folder, name + EXTENSION), { force: true });
}

async function isOwnFolder(folder: string): Promise<boolean> {
  const stats = await lstat(folder);
  return stats.isDirectory() && (process.getuid === undefined || stats.uid === process.getuid());
}

/** Also what a run that was killed left behind. */
async function removeOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(?:cache|tmp)$/.test(name));
  if (names.length <= MOST_FILES) return;
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      time: (await lstat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(MOST_FILES);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

/** The mark, and the SHA-256 of what the file is tied to. */
function startOf(binding: string): Buffer {
  return Buffer.concat([MAGIC, hash(Buffer.from(binding))]);
}

/** The start, the length of the header (32 bits, little-endian), the header, the body, and the SHA-256 of all that. */
function encode({ header, body }: CacheContent, start: Buffer): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const content = Buffer.concat([start, length, json, body]);
  return Buffer.concat([content, hash(content)]);
}

function decode(bytes: Buffer, { length: lengthStart }: Buffer): CacheContent | null {
  const end = bytes.length - HASH_LENGTH;
  const headerStart = lengthStart + 4;
  if (end < headerStart || !hash(bytes.subarray(0, end)).equals(bytes.subarray(end))) return null;
  const bodyStart = headerStart + bytes.readUInt32LE(lengthStart);
  const header: unknown = JSON.parse(bytes.toString('utf8', headerStart, bodyStart));
  return { header, body: bytes.subarray(bodyStart, end) };
}

function hash(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
