import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll } from 'vitest';
import { bundleTargets } from '../../src/build/rolldown-options.ts';

const root = resolve(import.meta.dirname, '../..');

/** Bundles the programs from their sources, once for a test file. @returns the path of one of them. */
export async function bundledProgram(name: 'cli.cjs' | 'action.cjs' = 'cli.cjs'): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keypetrel-program-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const [target] = bundleTargets(root, '1.2.3');
  if (target === undefined) throw new Error('there is nothing to bundle');
  const bundle = await rolldown(target.input);
  await bundle.write({ ...target.output, dir: folder });
  await bundle.close();
  return join(folder, name);
}
