import type { ContentScreen, ScreenVerdict } from './content-screen.ts';
import { ChangedRanges } from './delta.ts';
import { COMMIT, TAG } from './entry-header.ts';
import type { FamilyVisitor } from './family-visitor.ts';
import type { LinkRecorder } from './link-recorder.ts';
import { CLEAN, type PackTable, SUSPECT } from './pack-table.ts';
import { targetOf } from './target-line.ts';

/** What is known of a content when those that are built on it are looked at. */
type Screened = {
  readonly verdict: ScreenVerdict;
  /** Whether it, and so what is built on it, has to be looked at as a whole. */
  readonly isWhole: boolean;
};

/**
 * Screens contents. Of each only what its delta changed is looked at, and where its parent held a candidate also what
 * is so close to it that the change may be its context: the rest was screened in the parent.
 */
export class ContentVisitor implements FamilyVisitor<Screened> {
  readonly changed: ChangedRanges;
  readonly #table: PackTable;
  readonly #firstNumber: number;
  readonly #screen: ContentScreen;
  readonly #links: LinkRecorder;

  /** @param firstNumber of the pack's entries: see `ObjectLookup`. */
  constructor(table: PackTable, firstNumber: number, screen: ContentScreen, links: LinkRecorder) {
    this.changed = new ChangedRanges(2 * screen.reach);
    this.#table = table;
    this.#firstNumber = firstNumber;
    this.#screen = screen;
    this.#links = links;
  }

  enter(entry: number, bytes: Buffer, parent: Screened | null): Screened {
    const isWhole = this.#isWhole(bytes, parent);
    const verdict = this.#verdictOn(bytes, isWhole ? null : parent);
    this.#recordTarget(entry, bytes);
    this.#table.states[entry] = verdict === 'finding' ? SUSPECT : CLEAN;
    return { verdict, isWhole };
  }

  /** Whether a content, and so what is built on it, is of a kind that has to be looked at as a whole. */
  #isWhole(bytes: Buffer, parent: Screened | null): boolean {
    if (parent === null) return this.#screen.concernsWhole(bytes, 0, bytes.length);
    return parent.isWhole || this.#isAnyChange((start, end) => this.#screen.concernsWhole(bytes, start, end));
  }

  /** @param parent null: nothing is known of the content. */
  #verdictOn(bytes: Buffer, parent: Screened | null): ScreenVerdict {
    if (parent === null || parent.verdict === 'finding') return this.#screen.inspect(bytes);
    const needsWhole =
      parent.verdict === 'candidate' &&
      this.#isAnyChange((start, end) => this.#screen.concernsCandidates(bytes, start, end));
    return needsWhole ? this.#screen.inspect(bytes) : this.#inspectChanges(bytes, parent.verdict);
  }

  #isAnyChange(accepts: (start: number, end: number) => boolean): boolean {
    for (let index = 0; index < this.changed.count; index += 1) {
      if (accepts(this.changed.startOf(index), this.changed.endOf(index))) return true;
    }
    return false;
  }

  /** What the changes make of a content whose parent was not a finding. Those close to each other are one. */
  #inspectChanges(bytes: Buffer, verdict: 'nothing' | 'candidate'): ScreenVerdict {
    const { reach, contextReach } = this.#screen;
    const heldCandidate = verdict === 'candidate';
    const distance = 2 * (heldCandidate ? contextReach : reach);
    let isCandidate = heldCandidate;
    for (let index = 0; index < this.changed.count; index += 1) {
      const start = this.changed.startOf(index);
      index = this.changed.lastWithin(index, distance);
      const brought = this.#screen.inspectChange(bytes, start, this.changed.endOf(index), heldCandidate);
      if (brought === 'finding') return brought;
      isCandidate ||= brought === 'candidate';
    }
    return isCandidate ? 'candidate' : 'nothing';
  }

  /** A commit's tree, or what a tag stands for. */
  #recordTarget(entry: number, bytes: Buffer): void {
    const type = this.#table.types[entry];
    if (type !== COMMIT && type !== TAG) return;
    const target = targetOf(bytes, type === COMMIT ? 'commit' : 'tag');
    if (target === null) return;
    this.#links.begin(this.#firstNumber + entry);
    this.#links.add(this.#links.find(Buffer.from(target, 'hex'), 0), true, NO_NAME, 0, 0);
  }
}

const NO_NAME = new Uint8Array(0);
