import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { copySchemas } from './copy-schemas.ts';
import { writeDeclarations } from './declarations.ts';
import { readManifest } from './package-manifest.ts';
import { type BundleTarget, bundleTargets } from './rolldown-options.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

/** Name of the file with the licences of what is bundled, next to `dist/`. */
export const NOTICES_FILE = 'THIRD_PARTY_NOTICES.txt';

/**
 * Builds everything that is generated and committed, from the project in `root` into `outFolder`:
 * `dist/` and the third-party notices. The same sources and lockfile give the same bytes everywhere.
 */
export async function buildDistribution(root: string, outFolder: string): Promise<void> {
  const dist = join(outFolder, 'dist');
  const { version } = await readManifest(root);
  const chunks: OutputChunk[] = [];
  for (const target of bundleTargets(root, version)) chunks.push(...(await writeBundle(target, dist)));
  await writeDeclarations(root, join(dist, 'types'));
  await copySchemas(join(root, 'src'), join(dist, 'schemas'));
  await writeFile(join(outFolder, NOTICES_FILE), await thirdPartyNotices(root, chunks));
}

async function writeBundle({ input, output }: BundleTarget, dist: string): Promise<OutputChunk[]> {
  const bundle = await rolldown(input);
  const { output: files } = await bundle.generate(output).finally(() => bundle.close());
  const chunks = files.filter((file) => file.type === 'chunk');
  for (const chunk of chunks) {
    const path = join(dist, chunk.fileName);
    await mkdir(dirname(path), { recursive: true });
    // The hashbang makes `dist/cli.cjs` a program; it should be one without npm's help as well.
    await writeFile(path, chunk.code, { mode: chunk.code.startsWith('#!') ? 0o755 : 0o644 });
  }
  return chunks;
}
