import { setImmediate } from 'node:timers/promises';

/**
 * Runs what stops often, and lets whatever waits have a turn at each stop.
 * @param onStop is called at each stop.
 * @returns what the steps come to.
 */
export async function runSteps<Result>(
  steps: Generator<void, Result, undefined>,
  signal: AbortSignal | undefined,
  onStop: () => void = () => {},
): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    onStop();
    await setImmediate();
    signal?.throwIfAborted();
  }
}
