/**
 * Unpacks gzip, zip and tar, also within each other. Everything is bounded: a small file may hold a
 * petabyte of zeros, or itself.
 */
import { crc32, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate/browser';
import { parseTar } from 'nanotar';
import { isArchive, isGzip, isZip } from './archive-magic.ts';
import { zipChecksums } from './zip-checksums.ts';

/** A file of an archive: its path within, `/` between folders and `!` between archives. */
export type Member = { readonly path: string; readonly bytes: Uint8Array };

/** What was not unpacked: a member or an archive that is too large, too deep or broken. */
export type Unpacked = { readonly members: readonly Member[]; readonly skipped: readonly string[] };

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MEMBERS = 10_000;
const DEEPEST = 3;

/** What is unpacked in vain, for it is too large or broken: in one archive there may be thousands of those. */
const MOST_WASTED = 4 * MOST_BYTES;
/** Deflate cannot do better: https://zlib.net/zlib_tech.html, "Maximum Compression Factor". */
const HIGHEST_FACTOR = 1032;

/** How much may still be unpacked, and in vain; shared by all that is within one archive. */
type Budget = { bytes: number; members: number; wasted: number };

/** The files of an archive, also those of archives within it. Never throws: what is broken is skipped. */
export function unpack(bytes: Uint8Array): Unpacked {
  const members: Member[] = [];
  const skipped: string[] = [];
  unpackInto(
    bytes,
    '',
    DEEPEST,
    { bytes: MOST_BYTES, members: MOST_MEMBERS, wasted: MOST_WASTED },
    members,
    skipped,
  );
  return { members, skipped };
}

function unpackInto(
  bytes: Uint8Array,
  path: string,
  depth: number,
  budget: Budget,
  members: Member[],
  skipped: string[],
): void {
  let found: Member[];
  try {
    found = readMembers(bytes, path, budget, skipped);
  } catch {
    skipped.push(path);
    return;
  }
  for (const member of found) {
    if (!isArchive(member.bytes)) members.push(member);
    else if (depth === 1) skipped.push(member.path);
    else unpackInto(member.bytes, member.path, depth - 1, budget, members, skipped);
  }
}

function readMembers(bytes: Uint8Array, path: string, budget: Budget, skipped: string[]): Member[] {
  if (isGzip(bytes)) return [{ path, bytes: readGzip(bytes, budget) }];
  return isZip(bytes) ? readZip(bytes, path, budget, skipped) : readTar(bytes, path, budget, skipped);
}

/** @throws when it is too large or broken. */
function readGzip(bytes: Uint8Array, budget: Budget): Uint8Array {
  if (budget.wasted <= 0) throw new RangeError('too much was unpacked in vain');
  const most = Math.max(1, budget.bytes);
  const cost = Math.min(most, HIGHEST_FACTOR * bytes.length);
  budget.wasted -= cost;
  const unpacked = gunzipSync(bytes, { maxOutputLength: most });
  budget.wasted += cost;
  budget.bytes -= unpacked.length;
  return unpacked;
}

function readZip(bytes: Uint8Array, path: string, budget: Budget, skipped: string[]): Member[] {
  const checksums = zipChecksums(bytes);
  /** By name: of two with the same one, the later counts. */
  const expected = new Map<string, number | undefined>();
  let entry = 0;
  const files = unzipSync(bytes, {
    filter({ name, originalSize, size }) {
      expected.set(name, checksums[entry]);
      entry += 1;
      if (name.endsWith('/')) return false;
      // The size that is told is the size that is unpacked into: what lies about it ends as broken.
      const cost = Math.max(originalSize, size);
      if (budget.members === 0 || cost > budget.bytes) {
        skipped.push(within(path, name));
        return false;
      }
      budget.members -= 1;
      budget.bytes -= cost;
      return true;
    },
  });
  return Object.entries(files).map(([name, content]) => {
    // fflate cuts off, and says nothing, what is longer than the size that is told. What there is of it is scanned.
    const checksum = expected.get(name);
    if (checksum !== undefined && checksum !== crc32(content)) skipped.push(within(path, name));
    return { path: within(path, name), bytes: content };
  });
}

function readTar(bytes: Uint8Array, path: string, budget: Budget, skipped: string[]): Member[] {
  const members: Member[] = [];
  for (const { name, data } of parseTar(bytes)) {
    if (data === undefined || data.length === 0) continue;
    if (budget.members === 0 || data.length > budget.bytes) {
      skipped.push(within(path, name));
      continue;
    }
    budget.members -= 1;
    budget.bytes -= data.length;
    members.push({ path: within(path, name), bytes: data });
  }
  return members;
}

function within(path: string, name: string): string {
  return path === '' ? name : `${path}!${name}`;
}
