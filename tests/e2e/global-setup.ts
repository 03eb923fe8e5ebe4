import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildProgram } from '../cli/support.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The program, bundled from the sources as they are now: a test never runs what `dist/` has from before. */
    readonly program: { readonly path: string; readonly folder: string };
  }
}

/** Bundles the program once for all tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { path, folder, remove } = await buildProgram('real');
  // Some tests run it as another user.
  await chmod(join(path, '../..'), 0o755);
  project.provide('program', { path, folder });
  return remove;
}
