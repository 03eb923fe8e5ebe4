import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { guardMemory } from '../../src/git/memory-guard.ts';

/** A program that takes 20 MB more every 20 ms, or none, and ends by itself after a while. */
function hungry(isHungry: boolean) {
  const script = `const kept = []; setInterval(() => { if (${isHungry}) kept.push(Buffer.alloc(20e6, 1)); }, 20); setTimeout(() => process.exit(7), 3000)`;
  return spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
}

test.runIf(process.platform === 'linux')(
  'a process that takes ever more memory is ended, another one is not',
  async () => {
    const [greedy, modest] = [hungry(true), hungry(false)];
    const [wasGreedy, wasModest] = [guardMemory(greedy, 300e6), guardMemory(modest, 300e6)];
    const [[, signal], [code]] = await Promise.all([once(greedy, 'close'), once(modest, 'close')]);
    expect({ signal, code }).toEqual({ signal: 'SIGKILL', code: 7 });
    expect([wasGreedy(), wasModest()]).toEqual([true, false]);
  },
);
