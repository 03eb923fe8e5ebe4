import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScreen } from '../../src/detect/screen.ts';
import type { CommitPlace } from '../../src/git/commit-graph.ts';
import { type ContentChange, findContentChanges } from '../../src/git/content-changes.ts';
import { areLinked, findLinkedChanges } from '../../src/git/linked-changes.ts';
import type { LinkedHistory } from '../../src/git/linked-history.ts';
import { readBatches } from '../../src/git/pack/read-batches.ts';
import type { Repository } from '../../src/git/repository.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { historySource } from '../../src/sources/history.ts';
import type { StartWorkers } from '../../src/sources/history-options.ts';
import { GitRepo } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const screen = createScreen(builtinRules());

const PADDING = Array.from({ length: 60 }, (_, n) => `padding ${n} that makes a delta worth while\n`).join(
  '',
);
/** Contents in which something is found, then those that are of no interest. */
const SUSPECT = [1, 2, 3, 4].map((n) => `AZURE_OPENAI_KEY=${key('azure-openai-key', n)}\n${PADDING}`);
const CONTENTS = [...SUSPECT, ...[1, 2, 3].map((n) => `${PADDING}line ${n}\n`)];

/** Some of them cannot stand beside each other: then a file takes the place of a folder, or the reverse. */
const PATHS = ['a', 'a.b', 'a/b', 'a/b/c', 'a/b/d', 'a-b', 'many/x', 'many/sub/x', 'many/sub/y', 'q\n\\"'];
const MODES = ['100644', '100755', '120000'] as const;

type File = { readonly content: number; readonly mode: (typeof MODES)[number] };
type Files = ReadonlyMap<string, File>;
type Edit = (files: Files) => Files;

/** A commit: which of those before it are its parents, which of them each path is taken from, and what is changed then. */
type Step = {
  readonly parents: readonly number[];
  readonly sides: readonly number[];
  readonly edits: readonly Edit[];
};

const path = fc.constantFrom(...PATHS);
const file: fc.Arbitrary<File> = fc.record({
  content: fc.nat(CONTENTS.length - 1),
  mode: fc.constantFrom(...MODES),
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(path, file).map(
      ([at, put]): Edit =>
        (files) =>
          withFile(files, at, put),
    ),
  },
  {
    weight: 2,
    arbitrary: path.map(
      (at): Edit =>
        (files) =>
          without(files, at),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(path, path).map(
      ([from, to]): Edit =>
        (files) => {
          const moved = files.get(from);
          return moved === undefined ? files : withFile(without(files, from), to, moved);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(path, fc.constantFrom(...MODES)).map(
      ([at, mode]): Edit =>
        (files) => {
          const known = files.get(at);
          return known === undefined ? files : withFile(files, at, { ...known, mode });
        },
    ),
  },
);

const step: fc.Arbitrary<Step> = fc.record({
  // How far back; none is a commit without parents, and 1 the commit before.
  parents: fc.oneof(
    { weight: 4, arbitrary: fc.constant([1]) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 5, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }) },
  ),
  sides: fc.array(fc.nat(3), { minLength: PATHS.length, maxLength: PATHS.length }),
  edits: fc.array(edit, { maxLength: 4 }),
});

const history = fc.record({
  steps: fc.array(step, { minLength: 15, maxLength: 30 }),
  wanted: fc.subarray(SUSPECT, { minLength: 1 }),
  format: fc.constantFrom('sha1', 'sha256'),
  /** Up to which commit all is packed, and how: the rest is loose, or in packs of its own. */
  packed: fc.tuple(fc.nat(30), fc.constantFrom(['gc', '--quiet'], ['repack', '-a', '-d', '-q', '-f'])),
  isRestPacked: fc.boolean(),
  threads: fc.integer({ min: 0, max: 3 }),
});

function without(files: Files, at: string): Files {
  return new Map([...files].filter(([each]) => each !== at && !each.startsWith(`${at}/`)));
}

/** With a file there, for which all goes that is in its way. */
function withFile(files: Files, at: string, put: File): Files {
  const left = [...without(files, at)].filter(([each]) => !at.startsWith(`${each}/`));
  return new Map([...left, [at, put]]);
}

/** The parents of each commit, and its files. */
function play(steps: readonly Step[]): { readonly parents: readonly number[]; readonly files: Files }[] {
  const commits: { readonly parents: readonly number[]; readonly files: Files }[] = [];
  for (const { parents, sides, edits } of steps) {
    const number = commits.length;
    const known = parents.map((back) => number - back).filter((each) => each >= 0);
    const merged = PATHS.reduce((files: Files, at, index) => {
      const side = known[(sides[index] ?? 0) % Math.max(1, known.length)];
      const put = side === undefined ? undefined : commits[side]?.files.get(at);
      return put === undefined ? files : withFile(files, at, put);
    }, new Map());
    commits.push({ parents: known, files: edits.reduce((files, apply) => apply(files), merged) });
  }
  return commits;
}

/** What `git fast-import` makes a commit of. Each has a ref, and folders enough entries to be stored as deltas. */
function commandsOf({ parents, files }: ReturnType<typeof play>[number], number: number): string {
  const all = new Map(Array.from({ length: 40 }, (_, n) => [`many/file-of-no-interest-${n}`, PLAIN]));
  const lines = [...new Map([...all, ...files])].map(([at, { content, mode }]) => {
    const text = CONTENTS[content] ?? '';
    return `M ${mode} inline ${JSON.stringify(at)}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  });
  const [first, ...others] = parents.map((parent) => `refs/heads/c${parent}\n`);
  return [
    `commit refs/heads/c${number}\n`,
    `committer T <t@example.com> ${1_700_000_000 + number} +0000\ndata 0\n`,
    first === undefined ? '' : `from ${first}`,
    ...others.map((other) => `merge ${other}`),
    'deleteall\n',
    ...lines,
  ].join('');
}

const PLAIN: File = { content: CONTENTS.length - 1, mode: '100644' };

function makeRepository({
  steps,
  format,
  packed: [count, packing],
  isRestPacked,
}: typeof history extends fc.Arbitrary<infer Value> ? Value : never): GitRepo {
  const repo = GitRepo.create('--bare', `--object-format=${format}`);
  const commands = play(steps).map(commandsOf);
  const add = (part: readonly string[], ...options: string[]): void => {
    const args = [...options, 'fast-import', '--quiet'];
    execFileSync('git', args, { cwd: repo.folder, input: part.join('') });
  };
  add(commands.slice(0, count), '-c', 'fastimport.unpackLimit=1');
  repo.git(...packing);
  add(commands.slice(count), '-c', `fastimport.unpackLimit=${isRestPacked ? 1 : 100_000}`);
  return repo;
}

/** Reads packs as so many threads would that take turns; 0: none. */
function inTurns(threads: number): StartWorkers {
  return async (work) => {
    const readers = Array.from({ length: threads }, () => readBatches(work, screen));
    const streams = [];
    for (let left = readers; left.length > 0; ) {
      const running = [];
      for (const reader of left) {
        const next = reader.next();
        if (next.done === true) streams.push(next.value);
        else running.push(reader);
      }
      left = running;
    }
    return streams;
  };
}

async function linkHistory(repository: Repository, threads: number): Promise<LinkedHistory> {
  const linked: LinkedHistory[] = [];
  const startWorkers = threads === 0 ? undefined : inTurns(threads);
  const source = historySource({ repository, screen, startWorkers, onLinked: (each) => linked.push(each) });
  await source(() => {}, new Coverage());
  const [only, ...others] = linked;
  if (only === undefined || others.length > 0) throw new Error('the history was not followed by its packs');
  return only;
}

/** What is told of a change as far as it concerns what is wanted. */
function tell({ graph }: LinkedHistory, wanted: ReadonlySet<string>, told: string[]) {
  const nothing = '0'.repeat(graph.hexLength);
  const known = (oid: string) => (wanted.has(oid) ? oid.slice(0, 8) : nothing);
  return ({ commit, before, after, pathBytes }: ContentChange): void => {
    // git tells of a commit without parents that nothing was there before.
    const own = graph.parentsOf(commit).length === 0 ? [] : before.map(known);
    told.push(JSON.stringify([graph.idAt(commit), pathBytes.toString('latin1'), known(after), own]));
  };
}

describe('findLinkedChanges', () => {
  test('tells what git does, in any history', async () => {
    const seen = { changes: 0, ofMerges: 0, ofOctopuses: 0, uncertain: 0, removals: 0 };
    await fc.assert(
      fc.asyncProperty(history, async (given) => {
        const repo = makeRepository(given);
        const repository = await repo.discover();
        const linked = await linkHistory(repository, given.threads);
        const { graph } = linked;
        const wanted = new Set<string>(given.wanted.map((content) => repo.blob(content)));
        expect(areLinked(linked, wanted)).toBe(true);

        const expected: string[] = [];
        const all = graph.added();
        const unreadable = await findContentChanges(
          repository,
          graph,
          all,
          wanted,
          tell(linked, wanted, expected),
        );
        expect(unreadable).toEqual([]);

        const told: string[] = [];
        const count = (change: ContentChange): void => {
          const parents = graph.parentsOf(change.commit).length;
          seen.changes += 1;
          if (parents > 1) seen.ofMerges += 1;
          if (parents > 2) seen.ofOctopuses += 1;
          if (!wanted.has(change.after)) seen.removals += 1;
        };
        const onChange = tell(linked, wanted, told);
        const uncertain: CommitPlace[] = findLinkedChanges(linked, all, wanted, (change) => {
          count(change);
          onChange(change);
        });
        seen.uncertain += uncertain.length;
        const certain = told.length;
        await findContentChanges(repository, graph, uncertain, wanted, onChange);
        expect(told.toSorted()).toEqual(expected.toSorted());
        expect(new Set(told.slice(0, certain)).size).toBe(certain);
      }),
      { numRuns: 25 },
    );
    // Otherwise it would be git with git, or nothing with nothing.
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
  }, 120_000);
});
