import type { ChildProcess } from 'node:child_process';

/**
 * Ends a child as soon as something is wrong with it. Where there is no `/proc`, nothing is watched.
 * @param isWrong asked with its process id, every so many milliseconds.
 * @returns whether it was ended.
 */
export function endWhen(
  child: ChildProcess,
  milliseconds: number,
  isWrong: (pid: number) => boolean,
): () => boolean {
  const { pid } = child;
  let isEnded = false;
  if (process.platform !== 'linux' || pid === undefined) return () => false;
  const timer = setInterval(() => {
    if (!isWrong(pid)) return;
    isEnded = true;
    child.kill('SIGKILL');
  }, milliseconds);
  timer.unref();
  child.once('close', () => clearInterval(timer));
  return () => isEnded;
}
