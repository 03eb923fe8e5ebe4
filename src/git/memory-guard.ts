import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** More than git needs for ten million objects, in bytes. What it maps of packs does not count. */
const MOST_MEMORY = 3 * 1024 ** 3;
const MILLISECONDS = 100;

/**
 * Ends a git that takes ever more memory: in a pack with two deltas that are built on each other it walks in a circle, and
 * remembers each step until the machine has nothing left. Where there is no `/proc`, nothing is watched.
 * @param most in bytes, where less than what is allowed to every git is enough.
 * @returns whether it was ended.
 */
export function guardMemory(child: ChildProcess, most = MOST_MEMORY): () => boolean {
  let isEnded = false;
  if (process.platform !== 'linux' || child.pid === undefined) return () => false;
  const { pid } = child;
  const timer = setInterval(() => {
    if (ownMemory(pid) <= Math.min(most, MOST_MEMORY)) return;
    isEnded = true;
    child.kill('SIGKILL');
  }, MILLISECONDS);
  timer.unref();
  child.once('close', () => clearInterval(timer));
  return () => isEnded;
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
