import { parentPort, workerData } from 'node:worker_threads';
import { createScreen } from '../detect/screen.ts';
import type { PackWork } from '../git/pack/pack-work.ts';
import { readBatches } from '../git/pack/read-batches.ts';
import { compilerForOwn } from '../rules/own-compiler.ts';
import type { DetectionRule } from '../rules/rule-file.ts';

/** What a thread that reads packs is started with. */
export type PackWorkerData = { readonly work: PackWork; readonly rules: readonly DetectionRule[] };

/**
 * A thread that takes batches of packs until none is left. What it finds out stands in memory that it shares, but for
 * what the objects name: that is its only message.
 */
async function main({ work, rules }: PackWorkerData): Promise<void> {
  const screen = createScreen(rules, await compilerForOwn(rules));
  const batches = readBatches(work, screen);
  let next = batches.next();
  while (next.done !== true) next = batches.next();
  parentPort?.postMessage(next.value);
}

void main(workerData as PackWorkerData);
