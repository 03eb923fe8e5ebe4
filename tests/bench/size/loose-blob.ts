import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflate } from 'node:zlib';

/**
 * Writes a blob of any size as an object with a file of its own, which git does with small ones only.
 * @param block repeated so many times, and followed by `end`.
 * @returns its id.
 */
export async function writeLooseBlob(
  objects: string,
  block: Buffer,
  times: number,
  end: Buffer,
): Promise<string> {
  const hash = createHash('sha1');
  const parts = function* (): Generator<Buffer> {
    yield Buffer.from(`blob ${block.length * times + end.length}\0`);
    for (let at = 0; at < times; at += 1) yield block;
    yield end;
  };
  const hashed = function* (): Generator<Buffer> {
    for (const part of parts()) {
      hash.update(part);
      yield part;
    }
  };
  const unnamed = join(objects, 'unnamed');
  await pipeline(
    Readable.from(hashed(), { objectMode: false }),
    createDeflate({ level: 1 }),
    createWriteStream(unnamed),
  );
  const oid = hash.digest('hex');
  await mkdir(join(objects, oid.slice(0, 2)), { recursive: true });
  await rename(unnamed, join(objects, oid.slice(0, 2), oid.slice(2)));
  return oid;
}
