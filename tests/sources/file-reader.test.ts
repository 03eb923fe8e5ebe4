import type { Stats } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Coverage } from '../../src/sources/coverage.ts';
import type { FileCalls } from '../../src/sources/file-calls.ts';
import { FileReader, LinkFreeFolders } from '../../src/sources/file-reader.ts';

const GIGABYTE = 2 ** 30;

/** A file of some size, of which any number of bytes can be read. */
function endless(size: number): FileCalls {
  const stats = { size, isFile: () => true, isDirectory: () => false, isSymbolicLink: () => false } as Stats;
  return {
    lstat: () => stats,
    open: () => ({
      stat: () => stats,
      read: (buffer, offset) => buffer.length - offset,
      close: () => {},
    }),
  };
}

async function read(calls: FileCalls, signal?: AbortSignal): Promise<Coverage> {
  const coverage = new Coverage();
  const root = Buffer.from('/nowhere/');
  const reader = new FileReader(root, calls, () => {}, coverage, new LinkFreeFolders(root), signal);
  await reader.read({ path: 'a', pathBytes: Buffer.from('a'), state: 'unversioned' });
  return coverage;
}

describe('a file without an end, as /proc has them', () => {
  test('is read for a while, and is a gap', async () => {
    const coverage = await read(endless(0));
    expect(coverage.files).toEqual({ scanned: 1, bytes: GIGABYTE });
    expect(coverage.skipped()).toEqual([{ reason: 'unreadable', count: 1, examples: ['a'] }]);
  });

  test('is not begun where it claims to be larger than any disk', async () => {
    const coverage = await read(endless(2 ** 47));
    expect(coverage.files).toEqual({ scanned: 0, bytes: 0 });
    expect(coverage.isComplete()).toBe(false);
  });

  test('does not keep a signal from being heard', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 1);
    await expect(read(endless(GIGABYTE), controller.signal)).rejects.toThrow('enough');
  });
});
