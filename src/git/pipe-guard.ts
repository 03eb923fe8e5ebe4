import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { endWhen } from './end-when.ts';

const MILLISECONDS = 250;
/** In Linux's `fs/pipe.c`: where the opening of a pipe waits for somebody to open its other end. */
const WAITING = 'wait_for_partner';

/**
 * Ends a git that waits for a pipe: one that stands in the place of a file of the repository keeps git, which opens it
 * without a look at what it is, for ever.
 * @returns whether it was ended.
 */
export function guardAgainstPipes(child: ChildProcess): () => boolean {
  let wasWaiting = false;
  return endWhen(child, MILLISECONDS, (pid) => {
    const isWaiting = whereItWaits(pid) === WAITING;
    const isStuck = isWaiting && wasWaiting;
    wasWaiting = isWaiting;
    return isStuck;
  });
}

/** The function of the kernel that a process waits in; empty when it does not, has ended, or nobody may know. */
function whereItWaits(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/wchan`, 'latin1');
  } catch {
    return '';
  }
}
