import type { CommitPlace } from './commit-graph.ts';
import type { ContentChange } from './content-changes.ts';
import type { LinkedHistory } from './linked-history.ts';
import { NO_OBJECT, type ObjectLinks } from './pack/object-links.ts';

/** Whether of all these contents it is known which trees name them. */
export function areLinked({ links }: LinkedHistory, contents: ReadonlySet<string>): boolean {
  return [...contents].every((oid) => links.isFollowed(links.numberOf(oid)));
}

/**
 * Compares commits with their parents as `findContentChanges` does, by what the objects of the history name. What is no
 * wanted content counts as nothing, in `before` and `after`, too.
 * @returns commits of which this cannot tell: merges of a side that has a wanted content with one that has another there.
 */
export function findLinkedChanges(
  { graph, links }: LinkedHistory,
  commits: readonly CommitPlace[],
  wanted: ReadonlySet<string>,
  onChange: (change: ContentChange) => void,
): CommitPlace[] {
  const contents = new Map([...wanted].map((oid) => [links.numberOf(oid), oid]));
  const holders = new Holders(links, contents);
  const nothing = '0'.repeat(graph.hexLength);
  const idOf = (number: number) => contents.get(number) ?? nothing;
  return commits.filter((commit) => {
    const trees = [commit, ...graph.parentsOf(commit)].map((place) => treeOf(links, graph.idAt(place)));
    const [after = NO_OBJECT, ...before] = trees;
    if (after === NO_OBJECT || before.includes(NO_OBJECT)) return true;
    const comparison = new Comparison(links, holders, contents);
    comparison.compare(after, before, []);
    if (comparison.isUncertain) return true;
    for (const { path, numbers } of comparison.changes) {
      const [own = NO_OBJECT, ...others] = numbers;
      onChange({ commit, before: others.map(idOf), after: idOf(own), pathBytes: links.pathOf(path) });
    }
    return false;
  });
}

/** The tree of a commit; NO_OBJECT when it is not known. */
function treeOf(links: ObjectLinks, commit: string): number {
  const number = links.numberOf(commit);
  return links.isKnown(number) ? links.targetAt(number, 0) : NO_OBJECT;
}

/** Tells which trees have a wanted content somewhere below, each looked into once. */
class Holders {
  readonly #links: ObjectLinks;
  readonly #contents: ReadonlyMap<number, string>;
  readonly #known = new Map<number, boolean>();

  constructor(links: ObjectLinks, contents: ReadonlyMap<number, string>) {
    this.#links = links;
    this.#contents = contents;
  }

  has(tree: number): boolean {
    const known = this.#known.get(tree);
    if (known !== undefined) return known;
    const path = [tree];
    const indexes = [0];
    this.#known.set(tree, false);
    while (path.length > 0) {
      const depth = path.length - 1;
      const at = path[depth] ?? NO_OBJECT;
      const index = indexes[depth] ?? 0;
      if (this.#known.get(at) === true || index === this.#links.countOf(at)) {
        path.pop();
        if (this.#known.get(at) === true && depth > 0) this.#known.set(path[depth - 1] ?? NO_OBJECT, true);
        continue;
      }
      indexes[depth] = index + 1;
      const target = this.#links.targetAt(at, index);
      const below = this.#known.get(target);
      if (this.#contents.has(target) || below === true) this.#known.set(at, true);
      else if (below === undefined && this.#links.isTreeAt(at, index)) {
        this.#known.set(target, false);
        path.push(target);
        indexes[depth + 1] = 0;
      }
    }
    return this.#known.get(tree) === true;
  }
}

/** What stands at a path, by the numbers of names: in a commit, then in each of its parents. */
type FoundChange = { readonly path: readonly number[]; readonly numbers: readonly number[] };

/** One commit, compared with its parents. */
class Comparison {
  readonly changes: FoundChange[] = [];
  isUncertain = false;
  readonly #links: ObjectLinks;
  readonly #holders: Holders;
  readonly #contents: ReadonlyMap<number, string>;

  constructor(links: ObjectLinks, holders: Holders, contents: ReadonlyMap<number, string>) {
    this.#links = links;
    this.#holders = holders;
    this.#contents = contents;
  }

  /** @param after the tree of the commit at `path`, and `before` those of its parents; NO_OBJECT where there is none. */
  compare(after: number, before: readonly number[], path: readonly number[]): void {
    // Whatever is the same in a parent was brought in before it.
    if (before.includes(after)) return;
    const trees = [after, ...before];
    if (!trees.some((tree) => tree !== NO_OBJECT && this.#holders.has(tree))) return;
    const names = new Set<number>();
    for (const tree of trees) this.#addNames(tree, names);
    const found = trees.map((tree) => this.#entriesOf(tree, names));
    for (const name of names) {
      this.#compareEntries(
        found.map((entries) => entries.get(name) ?? NO_ENTRY),
        [...path, name],
      );
    }
  }

  /** The names in a tree that lead to something wanted. */
  #addNames(tree: number, names: Set<number>): void {
    for (let index = 0; index < this.#links.countOf(tree); index += 1) {
      const target = this.#links.targetAt(tree, index);
      const leads = this.#links.isTreeAt(tree, index)
        ? this.#holders.has(target)
        : this.#contents.has(target);
      if (leads) names.add(this.#links.nameAt(tree, index));
    }
  }

  #entriesOf(tree: number, names: ReadonlySet<number>): Map<number, Entry> {
    const entries = new Map<number, Entry>();
    for (let index = 0; index < this.#links.countOf(tree); index += 1) {
      const name = this.#links.nameAt(tree, index);
      if (!names.has(name)) continue;
      entries.set(name, {
        number: this.#links.targetAt(tree, index),
        isTree: this.#links.isTreeAt(tree, index),
      });
    }
    return entries;
  }

  #compareEntries(entries: readonly Entry[], path: readonly number[]): void {
    const [tree = NO_OBJECT, ...treesBefore] = entries.map(({ number, isTree }) =>
      isTree ? number : NO_OBJECT,
    );
    this.compare(tree, treesBefore, path);
    const numbers = entries.map(({ number }) => (this.#contents.has(number) ? number : NO_OBJECT));
    const [after = NO_OBJECT, ...before] = numbers;
    if (numbers.every((number) => number === NO_OBJECT)) return;
    if (after === NO_OBJECT && before.includes(NO_OBJECT)) this.isUncertain = true;
    else if (!before.includes(after)) this.changes.push({ path, numbers });
  }
}

/** What stands at a name in a tree. */
type Entry = { readonly number: number; readonly isTree: boolean };

const NO_ENTRY: Entry = { number: NO_OBJECT, isTree: false };
