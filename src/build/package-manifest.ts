import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the build reads of a `package.json`. */
export type PackageManifest = {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly author?: string | { readonly name?: string };
};

/** Reads the `package.json` in `folder`. */
export async function readManifest(folder: string): Promise<PackageManifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageManifest;
}
