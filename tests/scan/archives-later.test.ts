import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ArchivesLater } from '../../src/scan/archives-later.ts';
import { type Content, wholePiece } from '../../src/sources/source.ts';

it('hands on at once what is no archive', () => {
  const { emit, paths } = recorder(new ArchivesLater());
  emit(content('a.txt', Buffer.from('text')));
  expect(paths).toEqual(['a.txt']);
});

it('hands on archives when they can be unpacked, as they were, each once', async () => {
  const archives = new ArchivesLater();
  const { emit, paths, texts } = recorder(archives);
  const bytes = gzipSync('first');
  emit(content('a.gz', bytes));
  emit(content('b.gz', gzipSync('second')));
  expect(paths).toEqual([]);
  // Sources use their memory again.
  bytes.fill(0);
  await archives.settled();
  expect(texts).toEqual(['first', 'second']);
  emit(content('c.gz', gzipSync('third')));
  expect(texts).toEqual(['first', 'second', 'third']);
  expect(paths).toEqual(['a.gz', 'b.gz', 'c.gz']);
});

it('has nothing to wait for when there was no archive', async () => {
  await expect(new ArchivesLater().settled()).resolves.toBeUndefined();
});

it('tells whoever waits what went wrong', async () => {
  const archives = new ArchivesLater();
  const emit = archives.hold(() => {
    throw new Error('cannot scan');
  });
  emit(content('a.gz', gzipSync('first')));
  await expect(archives.settled()).rejects.toThrow('cannot scan');
});

/** What keeps the paths that are handed on, and the texts within them. */
function recorder(archives: ArchivesLater) {
  const paths: string[] = [];
  const texts: string[] = [];
  const emit = archives.hold(({ bytes, origin }) => {
    if (origin.kind === 'file') paths.push(origin.path);
    for (const member of archives.unpack(bytes).members) texts.push(Buffer.from(member.bytes).toString());
  });
  return { emit, paths, texts };
}

function content(path: string, bytes: Buffer): Content {
  return {
    origin: { kind: 'file', path, state: 'unversioned' },
    bytes,
    piece: wholePiece(bytes.length),
  };
}
