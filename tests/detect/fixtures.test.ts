/**
 * Files as people write them, in `test-fixtures`. `found.tsv` names each credential in the files of `found`:
 * path, line and column of the value in the expanded file, rule, placeholder. Files in `clean` hold none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { advance, START } from '../../src/sources/position.ts';
import { findIn } from '../support/engine.ts';
import { expandFixture } from '../support/keys.ts';

const root = join(import.meta.dirname, '..', '..', 'test-fixtures');
const expected = readExpectations();

describe('found', () => {
  test.each(filesBelow('found'))('%s', (path) => {
    expect(findingsIn('found', path)).toEqual(expected.get(path));
  });

  test('every file has an expectation, and every expectation a file', () => {
    expect([...expected.keys()].sort()).toEqual(filesBelow('found'));
  });
});

describe('clean', () => {
  test.each(filesBelow('clean'))('%s', (path) => {
    expect(findingsIn('clean', path)).toEqual([]);
  });
});

/** `line:column rule secret` of each finding, in the order in which they stand. */
function findingsIn(folder: string, path: string): string[] {
  const bytes = Buffer.from(expandFixture(readFileSync(join(root, folder, path), 'utf8')));
  return findIn(bytes, path).map((finding) => {
    const { line, column } = advance(START, bytes, 0, finding.start);
    expect(bytes.toString('latin1', finding.start, finding.end)).toBe(finding.secret);
    return `${line}:${column} ${finding.rule} ${finding.secret}`;
  });
}

function readExpectations(): Map<string, string[]> {
  const byPath = new Map<string, string[]>();
  for (const row of readFileSync(join(root, 'found.tsv'), 'utf8').trimEnd().split('\n')) {
    const [path = '', place, rule, placeholder = ''] = row.split('\t');
    byPath.set(path, [...(byPath.get(path) ?? []), `${place} ${rule} ${expandFixture(placeholder)}`]);
  }
  return byPath;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(root, folder), join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
