/**
 * Runs a TypeScript file of this project: `node src/build/run-ts.mjs FILE [ARGUMENT...]`.
 *
 * Node 20 cannot load TypeScript, and the bundler is here anyway: it strips the types and joins the
 * project's own files; packages stay imports. The result lives in `node_modules/.cache`, where Node
 * still resolves those imports, until the script has ended. Scripts set `process.exitCode` and
 * do not call `process.exit`, which would leave the temporary folder behind.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const [script, ...scriptArguments] = process.argv.slice(2);
if (script === undefined) throw new Error('usage: node src/build/run-ts.mjs FILE [ARGUMENT...]');

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
await mkdir(cacheFolder, { recursive: true });
const folder = await mkdtemp(join(cacheFolder, 'run-ts-'));
try {
  const bundle = await rolldown({
    input: { script: resolve(script) },
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    sourcemap: 'inline',
  });
  await bundle.close();
  process.setSourceMapsEnabled(true);
  process.argv = [process.execPath, resolve(script), ...scriptArguments];
  await import(pathToFileURL(join(folder, 'script.mjs')).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}
