/** Why something was not scanned. Every reason but the harmless ones makes a scan incomplete. */
export type SkipReason =
  | 'unreadable'
  | 'vanished'
  | 'special-file'
  | 'symbolic-link'
  | 'missing-object'
  | 'corrupt-object'
  /** Of the index, and not checked out. */
  | 'submodule'
  /** Below what was scanned, with a history of its own that was not. */
  | 'repository'
  | 'excluded'
  /** By git or by a `.gitignore`. */
  | 'ignored'
  | 'outside-root'
  | 'archive'
  | 'time-limit';

/** What was skipped for one reason: how many, and a few examples (paths or object ids). */
export type Skipped = {
  readonly reason: SkipReason;
  readonly count: number;
  readonly examples: readonly string[];
};

const EXAMPLES_PER_REASON = 5;

/** Reasons that leave something unseen that should have been seen. */
const INCOMPLETE_REASONS: ReadonlySet<SkipReason> = new Set<SkipReason>([
  'unreadable',
  'missing-object',
  'corrupt-object',
  'time-limit',
]);

/** Whether what was skipped for this reason should have been seen. */
export function leavesGap(reason: SkipReason): boolean {
  return INCOMPLETE_REASONS.has(reason);
}

/** Counts what a scan has seen and what it has not, so that an incomplete scan never looks clean. */
export class Coverage {
  readonly files = { scanned: 0, bytes: 0 };
  readonly objects = { scanned: 0, bytes: 0, fromCache: 0 };
  commits = 0;
  shallow = false;
  partialClone = false;
  readonly #skipped = new Map<SkipReason, { count: number; examples: string[] }>();

  /** Records something that was not scanned. */
  skip(reason: SkipReason, example: string): void {
    const entry = this.#skipped.get(reason) ?? { count: 0, examples: [] };
    entry.count += 1;
    if (entry.examples.length < EXAMPLES_PER_REASON) entry.examples.push(example);
    this.#skipped.set(reason, entry);
  }

  /** Adds what another part of the scan gave. @param prefix stands before its paths in the report. */
  add(other: Coverage, prefix: string): void {
    for (const counts of ['files', 'objects'] as const) {
      this[counts].scanned += other[counts].scanned;
      this[counts].bytes += other[counts].bytes;
    }
    this.objects.fromCache += other.objects.fromCache;
    this.commits += other.commits;
    this.shallow ||= other.shallow;
    this.partialClone ||= other.partialClone;
    this.#addSkipped(other, () => true, prefix);
  }

  /** Adds only what should have been seen and was not. */
  addGaps(other: Coverage): void {
    this.#addSkipped(other, leavesGap, '');
  }

  #addSkipped(other: Coverage, isWanted: (reason: SkipReason) => boolean, prefix: string): void {
    for (const [reason, { count, examples }] of other.#skipped) {
      if (!isWanted(reason)) continue;
      for (const example of examples) this.skip(reason, placed(example, reason, prefix));
      const entry = this.#skipped.get(reason);
      if (entry !== undefined) entry.count += count - examples.length;
    }
  }

  /** What was skipped, by reason in alphabetical order. */
  skipped(): Skipped[] {
    return [...this.#skipped]
      .map(([reason, { count, examples }]) => ({ reason, count, examples: [...examples] }))
      .sort((a, b) => (a.reason < b.reason ? -1 : 1));
  }

  /** How many things should have been seen and were not. */
  get gapCount(): number {
    const counts = [...this.#skipped].map(([reason, { count }]) => (leavesGap(reason) ? count : 0));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** True when nothing that should have been read was missed. */
  isComplete(): boolean {
    return this.gapCount === 0;
  }
}

/** An object's id is no path, and tells nothing without its repository. */
function placed(example: string, reason: SkipReason, prefix: string): string {
  if (prefix === '') return example;
  const isObject = reason === 'missing-object' || reason === 'corrupt-object';
  return isObject ? `${example} in ${prefix}` : `${prefix}${example}`;
}
