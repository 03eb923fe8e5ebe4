import { describe, expect, it } from 'vitest';
import { compare, median } from './compare.ts';
import { benchmarkReport } from './markdown.ts';

describe('median', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[10, 1, 2, 3], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('compare', () => {
  const node = { file: process.execPath, args: ['-e', '0'] };

  it('measures both commands and reports them', async () => {
    const result = await compare({ name: 'Node against itself', subject: node, yardstick: node, runs: 2 });
    expect(result.subject.times).toHaveLength(2);
    expect(result.yardstick.times).toHaveLength(2);
    const report = benchmarkReport([['Node', process.version]], [result], []);
    expect(report).toMatch(/^\| Node against itself \(2 runs\) \| .* ms .*\|$/m);
    expect(report).toContain(`-e 0 > /dev/null`);
  });

  it('fails with what the command said when it fails', async () => {
    const broken = { file: 'git', args: ['no-such-command'] };
    await expect(compare({ name: 'broken', subject: broken, yardstick: node, runs: 1 })).rejects.toThrow(
      /no-such-command ended with 1:\n.*not a git command/s,
    );
  });
});
