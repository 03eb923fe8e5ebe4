import { describe, expect, it } from 'vitest';
import { createProgressLine, progressText } from '../../src/cli/progress.ts';
import { makeHost } from './fake-host.ts';

describe('the progress line', () => {
  it('comes after a while, not too often, and goes', () => {
    const host = makeHost({ columns: 80 });
    let time = 1000;
    const line = createProgressLine(host.stderr, () => time);
    const update = (at: number, done: number): void => {
      time = 1000 + at;
      line.update({ phase: 'files', done, total: 200 });
    };
    update(0, 1);
    update(299, 2);
    line.clear();
    expect(host.written.stderr).toBe('');
    update(300, 100);
    update(350, 101);
    update(400, 102);
    line.clear();
    line.clear();
    expect(host.written.stderr).toBe(
      '\r\x1b[2KReading files: 100 of 200 (50 %)\r\x1b[2KReading files: 102 of 200 (51 %)\r\x1b[2K',
    );
  });

  it('never fills the terminal, where it would wrap', () => {
    const host = makeHost({ columns: 12 });
    const times = [0, 1000];
    const line = createProgressLine(host.stderr, () => times.shift() ?? 2000);
    line.update({ phase: 'history', done: 1, total: 10 });
    expect(host.written.stderr).toBe('\r\x1b[2KReading the');
  });

  it.each([
    [{ phase: 'files', done: 3, total: null }, 'Reading files: 3'],
    [{ phase: 'history', done: 0, total: 0 }, 'Reading the history: 0 of 0'],
    [{ phase: 'index', done: 5, total: 4 }, 'Reading the index: 5 of 4 (100 %)'],
    [{ phase: 'provenance', done: 1, total: 3 }, 'Tracing findings to commits: 1 of 3 (33 %)'],
  ] as const)('says %j', (progress, expected) => {
    expect(progressText(progress)).toBe(expected);
  });
});
