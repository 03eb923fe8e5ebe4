import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { endWhen } from './end-when.ts';

/** More than git needs for ten million objects, in bytes. What it maps of packs does not count. */
const MOST_MEMORY = 3 * 1024 ** 3;
const MILLISECONDS = 100;

/**
 * Ends a git that takes ever more memory: in a pack with two deltas that are built on each other it walks in a circle, and
 * remembers each step until the machine has nothing left.
 * @param most in bytes, where less than what is allowed to every git is enough.
 * @returns whether it was ended.
 */
export function guardMemory(child: ChildProcess, most = MOST_MEMORY): () => boolean {
  return endWhen(child, MILLISECONDS, (pid) => ownMemory(pid) > Math.min(most, MOST_MEMORY));
}

/** What a process has resident that is no file's, in bytes; 0 when it has ended. */
function ownMemory(pid: number): number {
  try {
    const kibibytes = /^RssAnon:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return Number(kibibytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
