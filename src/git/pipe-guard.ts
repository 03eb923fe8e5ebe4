import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MILLISECONDS = 250;
/** In Linux's `fs/pipe.c`: where the opening of a pipe waits for somebody to open its other end. */
const WAITING = 'wait_for_partner';

/**
 * Ends a git that waits for a pipe: one that stands in the place of a file of the repository keeps git, which opens it
 * without a look at what it is, for ever. Where there is no `/proc`, nothing is watched.
 * @returns whether it was ended.
 */
export function guardAgainstPipes(child: ChildProcess): () => boolean {
  let isEnded = false;
  if (process.platform !== 'linux' || child.pid === undefined) return () => false;
  const { pid } = child;
  let wasWaiting = false;
  const timer = setInterval(() => {
    const isWaiting = whereItWaits(pid) === WAITING;
    isEnded ||= isWaiting && wasWaiting;
    if (isEnded) child.kill('SIGKILL');
    wasWaiting = isWaiting;
  }, MILLISECONDS);
  timer.unref();
  child.once('close', () => clearInterval(timer));
  return () => isEnded;
}

/** The function of the kernel that a process waits in; empty when it does not, has ended, or nobody may know. */
function whereItWaits(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/wchan`, 'latin1');
  } catch {
    return '';
  }
}
