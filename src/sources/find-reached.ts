import { nullWithoutGit } from '../git/git-error.ts';
import { startObjectWalk } from '../git/object-walk.ts';
import { listObjects } from '../git/objects.ts';
import type { LinkStream } from '../git/pack/link-recorder.ts';
import { hasLooseObject, listLooseObjects } from '../git/pack/loose-objects.ts';
import type { ObjectFolder } from '../git/pack/object-folders.ts';
import { ObjectLinks } from '../git/pack/object-links.ts';
import { ObjectLookup } from '../git/pack/object-lookup.ts';
import type { StoredPack } from '../git/pack/stored-pack.ts';
import { listPseudoRefs } from '../git/pseudo-refs.ts';
import { listTips } from '../git/tips.ts';
import type { WalkBasis } from '../git/walk-basis.ts';
import type { Coverage } from './coverage.ts';
import type { HistoryOptions } from './history-options.ts';
import { LinkedReach } from './linked-reach.ts';
import { type Reach, ReachedObjects } from './reached-objects.ts';
import { runSteps } from './run-steps.ts';

/** The packs of a repository, and where else it has objects. */
export type Store = {
  readonly folders: readonly ObjectFolder[];
  readonly packs: readonly StoredPack[];
  readonly hashLength: number;
};

/**
 * What is reached, by what the objects of the packs name.
 * @param readNames reads again what the trees that were reached name, and only that.
 * @returns null when only git can tell: something is missing or broken.
 */
export async function followLinks(
  { repository, signal, onLinked }: HistoryOptions,
  { starts, graph, tips }: WalkBasis,
  { folders, packs, hashLength }: Store,
  streams: readonly LinkStream[],
  readNames: (reached: SharedArrayBuffer) => Promise<void>,
  coverage: Coverage,
): Promise<Reach | null> {
  const links = new ObjectLinks(new ObjectLookup(packs), hashLength, streams);
  const reached = new LinkedReach(links, folders, new Set(listLooseObjects(folders)));
  const isFollowed = await runSteps(reached.follow(starts, graph), signal);
  // What a partial clone left at its remote is missing by intent. Else git tells what is the matter.
  if (!isFollowed || (reached.missing.length > 0 && !repository.partialClone)) return null;
  if (reached.isTreeLeft()) {
    reached.forgetNames();
    await readNames(reached.seen);
    if (!reached.areNamesRead()) return null;
  }
  for (const hex of reached.missing) coverage.skip('missing-object', hex);
  reached.tips = tips;
  onLinked?.({ graph, links });
  return reached;
}

/** What git's walk reaches; everything that is there when it was asked for, or when the walk breaks off. */
export async function walkObjects(
  options: HistoryOptions,
  { folders, packs, hashLength }: Store,
  coverage: Coverage,
): Promise<Reach> {
  const { repository, signal, memory, allObjects = false } = options;
  if (!allObjects) {
    // Who is to remember what was read needs to know every tip. What these reach is walked, whatever moves meanwhile.
    const listed =
      memory === undefined ? null : await nullWithoutGit(signal, () => listTips(repository, { signal }));
    const tips = listed ?? (await listPseudoRefs(repository, { signal }));
    const walk = startObjectWalk(repository, tips, { signal });
    const reached = new ReachedObjects(packs, hashLength);
    try {
      for await (const chunk of walk.stdout) reached.push(chunk);
    } finally {
      walk.kill();
    }
    if ((await walk.exit).code === 0) {
      for (const hex of reached.missing) {
        // git calls missing what it cannot parse, too. A partial clone has millions, and those are not there.
        const isThere = !repository.partialClone && isStored(hex, folders, packs);
        coverage.skip(isThere ? 'corrupt-object' : 'missing-object', hex);
      }
      reached.tips = listed;
      return reached;
    }
  }
  const reached = new ReachedObjects(packs, hashLength);
  const onProblem: Parameters<typeof listObjects>[1]['onProblem'] = ({ reason, example }) =>
    coverage.skip(reason, example);
  for await (const block of listObjects(repository, { allObjects, signal, onProblem })) {
    for (const { oid, path } of block) reached.add(oid, path);
  }
  return reached;
}

function isStored(hex: string, folders: readonly ObjectFolder[], packs: readonly StoredPack[]): boolean {
  const id = Buffer.from(hex, 'hex');
  return packs.some(({ index }) => index.find(id) !== -1) || hasLooseObject(folders, hex);
}
