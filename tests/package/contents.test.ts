import { describe, expect, it } from 'vitest';
import { contentProblems, LARGEST_TARBALL_BYTES, type PackedPackage } from './contents.ts';

const GOOD_PATHS = [
  'LICENSE',
  'README.md',
  'THIRD_PARTY_NOTICES.txt',
  'dist/action.cjs',
  'dist/cli.cjs',
  'dist/cli/scan.cjs',
  'dist/index.js',
  'dist/lib/rolldown-runtime.js',
  'dist/schemas/baseline.schema.json',
  'dist/schemas/config.schema.json',
  'dist/schemas/report.schema.json',
  'dist/schemas/rule.schema.json',
  'dist/types/credentials/report.d.ts',
  'dist/types/index.d.ts',
  'package.json',
  'rules/azure-ai.yaml',
];

describe('contentProblems', () => {
  it('accepts what a release holds', () => {
    expect(contentProblems(packedWith(GOOD_PATHS))).toEqual([]);
  });

  it.each([
    'src/index.ts',
    'tests/a.test.ts',
    'dist/cli.cjs.map',
    '.env',
    'rules/notes.txt',
    'test-fixtures/a',
  ])('refuses %s', (path) => {
    expect(contentProblems(packedWith([...GOOD_PATHS, path]))).toEqual([`unexpected: ${path}`]);
  });

  it.each(['LICENSE', 'THIRD_PARTY_NOTICES.txt', 'dist/cli.cjs', 'dist/types/index.d.ts'])(
    'misses %s',
    (path) => {
      expect(contentProblems(packedWith(GOOD_PATHS.filter((good) => good !== path)))).toEqual([
        `missing: ${path}`,
      ]);
    },
  );

  it('misses the rules', () => {
    const paths = GOOD_PATHS.filter((path) => !path.startsWith('rules/'));
    expect(contentProblems(packedWith(paths))).toEqual(['missing: rule files in rules/']);
  });

  it('refuses a tarball that is too large', () => {
    const packed = { ...packedWith(GOOD_PATHS), size: LARGEST_TARBALL_BYTES };
    expect(contentProblems(packed)).toEqual(['too large: 1500000 bytes packed']);
  });
});

function packedWith(paths: readonly string[]): PackedPackage {
  return { filename: 'keypetrel-0.0.0.tgz', size: 1, files: paths.map((path) => ({ path, size: 1 })) };
}
