import { chmodSync, chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Nobody: what root may not do, nobody can show. Undefined for whoever is not root, and need not change. */
const NOBODY = 65534;
export const unprivileged: { readonly uid?: number } = process.getuid?.() === 0 ? { uid: NOBODY } : {};

/** Gives a folder, and all in it, to the user that `unprivileged` runs programs as. */
export function handOver(folder: string): void {
  const { uid } = unprivileged;
  if (uid === undefined) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chownSync(path, uid, uid);
  }
  chownSync(folder, uid, uid);
}

/** Takes all rights to a file or folder away until the test ends. */
export function close(path: string): void {
  const { mode } = lstatSync(path);
  chmodSync(path, 0);
  onTestFinished(() => chmodSync(path, mode));
}
