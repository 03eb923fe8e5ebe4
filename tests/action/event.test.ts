import { describe, expect, test } from 'vitest';
import { planFor } from '../../src/action/event.ts';
import { parseObjectId } from '../../src/git/object-id.ts';

const id = (digit: string) => {
  const oid = parseObjectId(digit.repeat(40));
  if (oid === null) throw new Error('no id');
  return oid;
};
const [ONE, TWO, THREE, FOUR] = [id('1'), id('2'), id('3'), id('4')];
/** As GitHub merges a pull request: into what the base branch has become. */
const HEAD = { oid: THREE, parents: [FOUR, TWO] };
const repository = { default_branch: 'main' };
const ZERO = '0'.repeat(40);

describe('planFor', () => {
  test.each([
    [
      'push',
      { before: ONE, after: TWO, ref: 'refs/heads/main' },
      { kind: 'changes', from: [TWO], without: [ONE] },
    ],
    [
      'push',
      { before: ONE, after: TWO, ref: 'refs/heads/main', forced: true },
      { kind: 'changes', because: 'a force push' },
    ],
    [
      'push',
      { before: ZERO, after: TWO, ref: 'refs/heads/new', repository },
      { kind: 'changes', because: 'a new branch', without: [], against: { ref: 'refs/remotes/origin/main' } },
    ],
    [
      'push',
      { before: ZERO, after: TWO, ref: 'refs/heads/main', repository },
      { kind: 'changes', because: 'a new branch', without: [], against: null },
    ],
    [
      'push',
      { before: ZERO, after: TWO, ref: 'refs/heads/new' },
      { kind: 'changes', because: 'a new branch', without: [], against: null },
    ],
    [
      'push',
      { before: ZERO, after: TWO, ref: 'refs/tags/v1' },
      { kind: 'changes', because: 'a new tag', without: [], against: 'branches' },
    ],
    ['push', { before: ONE, after: ZERO, deleted: true }, { kind: 'nothing' }],
    [
      'pull_request',
      { pull_request: { base: { sha: ONE }, head: { sha: TWO } } },
      { kind: 'changes', from: [TWO, THREE], without: [ONE, FOUR], against: null },
    ],
    [
      'pull_request_target',
      { pull_request: { base: { sha: ONE }, head: { sha: TWO } } },
      { kind: 'changes', from: [TWO, THREE], without: [ONE, FOUR] },
    ],
    ['merge_group', { merge_group: { base_sha: ONE, head_sha: TWO } }, { kind: 'changes', without: [ONE] }],
    ['delete', {}, { kind: 'nothing' }],
    ['schedule', {}, { kind: 'everything' }],
    ['workflow_dispatch', { inputs: {} }, { kind: 'everything' }],
    ['release', { release: {} }, { kind: 'everything' }],
    // What a payload should have and has not must not end as nothing to scan.
    ['pull_request', { pull_request: { base: null } }, { kind: 'everything' }],
    [
      'pull_request',
      { pull_request: { base: { sha: '--all' }, head: { sha: TWO } } },
      { kind: 'everything' },
    ],
    ['merge_group', {}, { kind: 'everything' }],
  ])('%s %j', (name, payload, expected) => {
    expect(planFor(name, payload, 'auto', HEAD)).toMatchObject(expected);
  });

  test('the mode overrules the event', () => {
    const push = { before: ONE, after: TWO };
    expect(planFor('push', push, 'everything', HEAD).kind).toBe('everything');
    expect(planFor('schedule', {}, 'changes', HEAD).kind).toBe('nothing');
    expect(planFor('push', push, 'changes', HEAD).kind).toBe('changes');
  });
});

describe('what is checked out for a pull request', () => {
  const payload = { pull_request: { base: { sha: ONE }, head: { sha: TWO } } };
  test.each([
    ['its head', 'pull_request', { oid: TWO, parents: [FOUR] }, [TWO], [ONE]],
    ['its base', 'pull_request', { oid: ONE, parents: [] }, [TWO], [ONE]],
    // It may hold anything, and is taken for a part of it rather than for clean.
    ['another commit', 'pull_request', { oid: THREE, parents: [FOUR] }, [TWO, THREE], [ONE]],
    ['the base branch, which went on', 'pull_request_target', { oid: THREE, parents: [ONE] }, [TWO], [ONE]],
    ['nothing', 'pull_request', null, [TWO], [ONE]],
  ])('%s (%s)', (_, name, head, from, without) => {
    expect(planFor(name, payload, 'auto', head)).toMatchObject({ from, without });
  });
});
