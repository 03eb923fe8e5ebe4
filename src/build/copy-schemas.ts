import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Copies every `*.schema.json` below `sourceFolder` flat into `targetFolder`, which the package exports. */
export async function copySchemas(sourceFolder: string, targetFolder: string): Promise<void> {
  await mkdir(targetFolder, { recursive: true });
  const paths = (await readdir(sourceFolder, { recursive: true })).filter((path) =>
    path.endsWith('.schema.json'),
  );
  for (const path of paths) await copyFile(join(sourceFolder, path), join(targetFolder, basename(path)));
}
