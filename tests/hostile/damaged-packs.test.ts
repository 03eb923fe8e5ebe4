/** Any damage to a pack or its index: a history that calls itself complete has all of its keys. */
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan } from '../../src/scan.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const KEYS = 12;

/** One key in each version of a file that grows, so that some stand in deltas; and then none. */
function repositoryOfDeltas(): GitRepo {
  const repo = GitRepo.create();
  const lines = Array.from({ length: 60 }, (_, number) => `line ${number}\n`);
  for (let number = 0; number < KEYS; number += 1) {
    lines[number * 5] = `AZURE_OPENAI_API_KEY=${key('azure-openai-key', number)}\n`;
    repo.commit(`${number}`, { 'settings.env': lines.join('') });
    lines[number * 5] = `nothing ${number}\n`;
  }
  repo.commit('last', { 'settings.env': lines.join('') });
  repo.git('gc', '--quiet', '--aggressive');
  return repo;
}

const damage = fc.record({
  ending: fc.constantFrom('.pack', '.idx'),
  /** Where, as a part of the file. */
  part: fc.double({ min: 0, max: 0.9999, noNaN: true }),
  kind: fc.constantFrom('a bit is another', 'zeros', 'cut off', 'longer'),
});

function damaged(bytes: Buffer, part: number, kind: string): Buffer {
  const at = Math.floor(part * bytes.length);
  switch (kind) {
    case 'cut off':
      return bytes.subarray(0, at);
    case 'longer':
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([1, 2, 3]), bytes.subarray(at)]);
    case 'zeros':
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(64), bytes.subarray(at + 64)]);
    default: {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      return changed;
    }
  }
}

test('whatever is wrong with a pack', async () => {
  const template = repositoryOfDeltas();
  const find = async (folder: string) => {
    const { coverage, credentials } = await scan({ paths: [folder], target: 'history' });
    return { complete: coverage.complete, found: credentials.map(({ fingerprint }) => fingerprint).sort() };
  };
  const whole = await find(template.folder);
  expect({ ...whole, found: whole.found.length }).toEqual({ complete: true, found: KEYS });
  let incomplete = 0;
  const property = fc.asyncProperty(damage, async ({ ending, part, kind }) => {
    const folder = join(temporaryFolder(), 'repo');
    cpSync(template.folder, folder, { recursive: true });
    const packs = join(folder, '.git/objects/pack');
    const file = join(packs, readdirSync(packs).find((name) => name.endsWith(ending)) ?? '');
    chmodSync(file, 0o644);
    writeFileSync(file, damaged(readFileSync(file), part, kind));
    const { complete, found } = await find(folder);
    if (complete) expect(found).toEqual(whole.found);
    else incomplete += 1;
  });
  await fc.assert(property, { numRuns: 40 });
  expect(incomplete).toBeGreaterThan(0);
});
