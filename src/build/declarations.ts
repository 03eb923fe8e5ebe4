import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** A relative module name in a declaration file: `from './x.ts'`, `import('./x.ts')` or `import './x.ts'`. */
const RELATIVE_IMPORT = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\.ts\2/g;

/**
 * Writes the type declarations of the library below `targetFolder`: `index.d.ts` and what it needs.
 * `tsc` writes one for every file that `src/index.ts` reaches, also for those whose types
 * never show in the interface; these stay out of the package.
 */
export async function writeDeclarations(root: string, targetFolder: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'keypetrel-types-'));
  try {
    await runTypeScript(root, ['-p', 'tsconfig.build.json', '--outDir', folder]);
    for (const [path, text] of await reachableDeclarations(folder, 'index.d.ts')) {
      const target = join(targetFolder, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runTypeScript(root: string, args: readonly string[]): Promise<void> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  try {
    await execFileAsync(process.execPath, [compiler, ...args], { cwd: root });
  } catch (error) {
    // tsc reports on stdout, which the error of execFile does not show.
    throw new Error(`tsc failed:\n${(error as { stdout?: string }).stdout ?? error}`);
  }
}

/** Declaration files that `entry` reaches through relative imports, by path below `folder`. */
async function reachableDeclarations(folder: string, entry: string): Promise<Map<string, string>> {
  const declarations = new Map<string, string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (declarations.has(path)) continue;
    const text = await readFile(join(folder, path), 'utf8');
    for (const [, , , name] of text.matchAll(RELATIVE_IMPORT)) {
      open.push(resolve('/', dirname(path), `${name}.d.ts`).slice(1));
    }
    // tsc leaves `.ts` in declarations (it rewrites only JavaScript), where nothing but TypeScript resolves it.
    declarations.set(path, text.replace(RELATIVE_IMPORT, '$1$2$3.js$2'));
  }
  return declarations;
}
