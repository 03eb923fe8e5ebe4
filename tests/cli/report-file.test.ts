import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Interruption } from '../../src/cli/interruption.ts';
import { prepareReportFile, writeReportFile } from '../../src/cli/report-file.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keypetrel-report-'));
  path = join(folder, 'report.json');
  await writeFile(path, 'as it was');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function makeInterruption() {
  const controller = new AbortController();
  const cleanUps = new Set<() => void>();
  const interruption: Interruption = {
    signal: controller.signal,
    exitCode: () => null,
    onForcedExit: (cleanUp) => {
      cleanUps.add(cleanUp);
      return () => cleanUps.delete(cleanUp);
    },
    stop: () => {},
  };
  return { controller, cleanUps, interruption };
}

/** More than one chunk, with something that happens between two. */
function* pieces(between: () => void): Generator<string> {
  yield 'a'.repeat(100_000);
  between();
  yield 'b'.repeat(100_000);
}

const contents = async () => ({ names: await readdir(folder), text: await readFile(path, 'utf8') });

describe('writeReportFile', () => {
  it('replaces the file when all of it is written', async () => {
    const { interruption, cleanUps } = makeInterruption();
    await writeReportFile(
      await prepareReportFile(path),
      pieces(() => {}),
      false,
      interruption,
    );
    expect((await contents()).text).toHaveLength(200_000);
    expect((await contents()).names).toEqual(['report.json']);
    expect(cleanUps.size).toBe(0);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const { controller, interruption } = makeInterruption();
    const file = await prepareReportFile(path);
    await expect(
      writeReportFile(
        file,
        pieces(() => controller.abort()),
        false,
        interruption,
      ),
    ).rejects.toThrow('abort');
    expect(await contents()).toEqual({ names: ['report.json'], text: 'as it was' });
  });

  it('leaves nothing behind when a renderer fails, and passes the bug on as it is', async () => {
    const bug = new TypeError('x is not a function');
    const failing = pieces(() => {
      throw bug;
    });
    const { interruption } = makeInterruption();
    await expect(writeReportFile(await prepareReportFile(path), failing, false, interruption)).rejects.toBe(
      bug,
    );
    expect(await contents()).toEqual({ names: ['report.json'], text: 'as it was' });
  });

  it('can be cleaned up at once while it writes', async () => {
    const { cleanUps, interruption } = makeInterruption();
    const watched = pieces(() => {
      for (const cleanUp of cleanUps) cleanUp();
    });
    await expect(
      writeReportFile(await prepareReportFile(path), watched, false, interruption),
    ).rejects.toThrow('ENOENT');
    expect(await contents()).toEqual({ names: ['report.json'], text: 'as it was' });
  });
});
