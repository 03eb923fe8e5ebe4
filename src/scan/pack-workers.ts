import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LinkStream } from '../git/pack/link-recorder.ts';
import type { DetectionRule } from '../rules/rule-file.ts';
import type { StartWorkers } from '../sources/history-options.ts';
import type { PackWorkerData } from './pack-worker.ts';

/** Work of fewer batches is done before a thread has started and loaded its code. */
const LEAST_BATCHES = 4;
/** More threads than this wait for the disk and for git more than for each other's cores. */
const MOST_WORKERS = 16;

/**
 * Makes what starts threads that read packs.
 * @param jobs how many at most; default: one for each core.
 */
export function packWorkers(rules: readonly DetectionRule[], jobs = availableParallelism()): StartWorkers {
  return (work, signal) => {
    const count = Math.min(jobs, MOST_WORKERS, Math.floor(work.batches.length / 2));
    if (count < 2 || work.batches.length < LEAST_BATCHES || WORKER_FILE === null) return null;
    return runWorkers(count, { work, rules }, WORKER_FILE, signal);
  };
}

/** Where the thread's code is; null where this is not the bundle, and there is none. */
const WORKER_FILE: URL | null =
  typeof __KEYPETREL_PACK_WORKER__ === 'string' ? new URL(__KEYPETREL_PACK_WORKER__, import.meta.url) : null;

async function runWorkers(
  count: number,
  data: PackWorkerData,
  file: URL,
  signal: AbortSignal | undefined,
): Promise<readonly LinkStream[]> {
  const workers = Array.from(
    { length: count },
    // Standard input and the environment are not for it: it gets all that it needs.
    () => new Worker(file, { workerData: data, env: {}, execArgv: [], stdin: false }),
  );
  const stop = () => {
    for (const worker of workers) void worker.terminate();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return (await Promise.all(workers.map(ended))).flatMap((stream) => stream ?? []);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** However a thread ends, what it left unread is read otherwise. */
function ended(worker: Worker): Promise<LinkStream | null> {
  let stream: LinkStream | null = null;
  worker.on('error', () => {});
  worker.on('message', (message: LinkStream) => {
    stream = message;
  });
  // `once` of Node would fail with that error.
  return new Promise((resolve) => worker.once('exit', () => resolve(stream)));
}
