import { join } from 'node:path';
import type { InputOptions, OutputOptions, Plugin, PreRenderedChunk } from 'rolldown';
import { reportPagePlugin } from './report-page-plugin.ts';
import { rulesPlugin } from './rules-plugin.ts';
import { sourcesDigest } from './sources-digest.ts';
import { staticImports } from './static-imports.ts';

/** One of the two programs in `dist/`: the command line and the library. */
export type BundleTarget = { readonly input: InputOptions; readonly output: OutputOptions };

/**
 * What rolldown gets for the bundles of the project in `root`.
 *
 * The command line is CommonJS because Node starts it measurably faster than ES modules (5 to 10 ms
 * with Node 20), and the library is ESM because that is what its users import. Both are split, so that
 * a command loads no more than it needs. Names carry no hashes: `dist/` is committed, and a change should
 * show as a change and not as a new file. The code is not minified, because people
 * ought to be able to read the security tool that they are about to run.
 */
export function bundleTargets(root: string, version: string): BundleTarget[] {
  const input: InputOptions = {
    cwd: root,
    platform: 'node',
    // What an entry shares with others stands in a chunk of its own: whoever imported it from the entry would run it.
    preserveEntrySignatures: 'strict',
    plugins: buildTimeModules(root),
    transform: { target: 'node20.19', define: buildTimeConstants(root, version) },
    onLog(level, log, handle) {
      // A warning of the bundler (a circular import, an import that nothing exports) is a fault to mend; that the
      // machine is busy is none.
      const isFault = level === 'warn' && log.code !== 'PLUGIN_TIMINGS';
      handle(isFault ? 'error' : level, log);
    },
  };
  const output: OutputOptions = {
    minify: 'dce-only',
    comments: { legal: true, jsdoc: false, annotation: false },
    sourcemap: false,
    codeSplitting: {
      // Without these, the shared helpers and the rules land in some chunk named after its first module.
      groups: [
        { name: 'runtime', test: /^\0rolldown\// },
        { name: 'compiled-rules', priority: 5, test: /^\0virtual:keypetrel-rules$/ },
        { name: 'rule-texts', priority: 5, test: /^\0virtual:keypetrel-rule-texts$/ },
        ...hookChunks(root),
      ],
    },
  };
  return [
    {
      input: entries(input, { cli: 'src/cli/main.ts', action: 'src/action/main.ts' }, 'cli', '.cjs'),
      output: {
        ...output,
        format: 'cjs',
        strict: true,
        entryFileNames: '[name].cjs',
        chunkFileNames: (chunk) => `cli/${chunkName(chunk)}.cjs`,
        banner: (chunk) => (chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
      },
    },
    {
      input: entries(input, { index: 'src/index.ts' }, 'lib', '.js'),
      output: {
        ...output,
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: (chunk) => `lib/${chunkName(chunk)}.js`,
      },
    },
  ];
}

/**
 * What a scan loads to ask git for the repository, what it loads while git answers, and what it loads then for a hook.
 * Opening forty files takes longer than three of their size, and a hook is to be over before anybody notices it.
 */
function hookChunks(root: string): { name: string; priority: number; test: (id: string) => boolean }[] {
  const loadedWith = (...files: string[]) =>
    new Set(files.flatMap((file) => [...staticImports(join(root, 'src', file))]));
  const program = loadedWith('cli/run.ts');
  const question = loadedWith('scan.ts');
  const scan = loadedWith('scan/scan-roots.ts');
  const staged = loadedWith('sources/index-source.ts', 'git/staged-changes.ts');
  return [
    // What every command loads anyway takes nothing else along.
    { name: 'basics', priority: 4, test: (id) => program.has(id) && (question.has(id) || scan.has(id)) },
    { name: 'scan', priority: 3, test: (id) => question.has(id) },
    { name: 'scan-roots', priority: 2, test: (id) => scan.has(id) },
    { name: 'staged', priority: 1, test: (id) => staged.has(id) },
  ];
}

/** What stands for the names that `build-time.d.ts` declares. */
export function buildTimeConstants(root: string, version: string): Record<string, string> {
  return {
    __KEYPETREL_VERSION__: JSON.stringify(version),
    __KEYPETREL_SOURCES__: JSON.stringify(sourcesDigest(root)),
  };
}

/** Modules that are made from other files of the project in `root` when it is built. */
export function buildTimeModules(root: string): Plugin[] {
  return [rulesPlugin(join(root, 'rules')), reportPagePlugin(root, join(root, 'src/report/html/page'))];
}

/** The entries of a program, and that of the threads it starts, which lies beside its chunks. */
function entries(
  input: InputOptions,
  program: Readonly<Record<string, string>>,
  folder: string,
  extension: string,
): InputOptions {
  const define = {
    ...input.transform?.define,
    __KEYPETREL_PACK_WORKER__: JSON.stringify(`./pack-worker${extension}`),
  };
  return {
    ...input,
    input: { ...program, [`${folder}/pack-worker`]: 'src/scan/pack-worker.ts' },
    transform: { ...input.transform, define },
  };
}

/**
 * A chunk has the name of its package or, for our own, of its source file with its folders: by the bare
 * file name, most packages would be called `index` or `dist`, and a number would tell two `scan` apart.
 */
function chunkName({ name, facadeModuleId }: PreRenderedChunk): string {
  const path = facadeModuleId?.replaceAll('\\', '/') ?? '';
  const packageName = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  const sourceName = /^.*\/src\/(.+)\.ts$/.exec(path)?.[1];
  return (packageName ?? sourceName)?.replace('@', '').replaceAll('/', '-') ?? name;
}
