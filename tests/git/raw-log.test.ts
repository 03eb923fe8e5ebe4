import { describe, expect, test } from 'vitest';
import { RawLogParser } from '../../src/git/raw-log.ts';

const COMMIT = 'c'.repeat(40);
const PARENT = 'd'.repeat(40);
const OLD = 'a'.repeat(40);
const NEW = 'b'.repeat(40);
const NONE = '0'.repeat(40);

function parse(...parts: string[]): unknown[] {
  const events: unknown[] = [];
  const parser = new RawLogParser({
    commit: (commit) => events.push(commit),
    change: (oid, path, before) => events.push([oid, path.toString(), ...before]),
  });
  for (const part of parts) parser.push(Buffer.from(part));
  return events;
}

const HEADER = [
  `\u0001${COMMIT}`,
  PARENT,
  'Name',
  'mail@example.com',
  '2026-01-02T03:04:05+01:00',
  '1767319445',
];
const PARSED = {
  oid: COMMIT,
  parents: [PARENT],
  authorName: 'Name',
  authorEmail: 'mail@example.com',
  date: '2026-01-02T03:04:05+01:00',
  committed: 1767319445,
};

describe('RawLogParser', () => {
  test.each<[string, string[], unknown[]]>([
    ['a commit without a change', ['', ...HEADER, ''], [PARSED]],
    ['a change', [...HEADER, `\n:100644 100644 ${OLD} ${NEW} M`, 'a b'], [PARSED, [NEW, 'a b', OLD]]],
    ['an added file', [...HEADER, `\n:000000 100644 ${NONE} ${NEW} A`, 'a'], [PARSED, [NEW, 'a', NONE]]],
    ['a deleted file', [...HEADER, `\n:100644 000000 ${OLD} ${NONE} D`, 'a'], [PARSED, [NONE, 'a', OLD]]],
    [
      'a merge',
      [...HEADER, '', `\n::100644 100644 100644 ${OLD} ${OLD} ${NEW} MM`, 'a'],
      [PARSED, [NEW, 'a', OLD, OLD]],
    ],
    [
      'a path like a change',
      [...HEADER, `\n:0 1 ${OLD} ${NEW} M`, `:0 1 ${OLD} ${NEW} M`],
      [PARSED, [NEW, `:0 1 ${OLD} ${NEW} M`, OLD]],
    ],
    [
      'fields that are empty',
      [`\u0001${COMMIT}`, '', '', '', '', ''],
      [{ oid: COMMIT, parents: [], authorName: '', authorEmail: '', date: null, committed: 0 }],
    ],
  ])('%s', (_, parts, expected) => {
    expect(parse(...parts)).toEqual(expected);
  });

  test('anything else is an error', () => {
    expect(() => parse('diff --git')).toThrow(/unexpected output of git log/);
  });
});
