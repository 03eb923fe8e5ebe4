import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import glob from 'fast-glob';
import { type Plugin, rolldown } from 'rolldown';

const MODULE_ID = 'virtual:keypetrel-report-page';
const RESOLVED_ID = `\0${MODULE_ID}`;

/** What the HTML report is made of, besides its data. */
export type ReportPage = {
  /** The markup inside `<body>`. */
  readonly body: string;
  /** The contents of `<style>` and `<script>`, and their hashes as a content security policy wants them. */
  readonly style: string;
  readonly styleHash: string;
  readonly script: string;
  readonly scriptHash: string;
  /** The icon, as a `data:` address. */
  readonly icon: string;
};

/**
 * Bundles the page in `pageFolder` (`main.ts`, `body.html`, `icon.svg` and `style/*.css`) into the module
 * `virtual:keypetrel-report-page`. Serves rolldown and vitest (Vite) alike.
 */
export function reportPagePlugin(root: string, pageFolder: string): Plugin {
  return {
    name: 'keypetrel-report-page',
    resolveId(id) {
      return id === MODULE_ID ? RESOLVED_ID : null;
    },
    async load(id) {
      if (id !== RESOLVED_ID) return null;
      const { code: script, files: scripts } = await bundlePage(root, join(pageFolder, 'main.ts'));
      const { text: style, files: styles } = await readStyles(join(pageFolder, 'style'));
      const [body, icon] = [join(pageFolder, 'body.html'), join(pageFolder, 'icon.svg')];
      for (const file of [...scripts, ...styles, body, icon]) this.addWatchFile(file);
      return moduleOf({
        body: (await readFile(body, 'utf8')).trim(),
        style: asElementContent(style, 'style'),
        styleHash: hashSource(style),
        script: asElementContent(script, 'script'),
        scriptHash: hashSource(script),
        icon: `data:image/svg+xml;base64,${(await readFile(icon)).toString('base64')}`,
      });
    },
  };
}

/**
 * One script for browsers. It goes into every report, so it is set without white space, which takes a quarter
 * off; its names stay, so that any browser's developer tools show a script that can be read.
 */
async function bundlePage(root: string, entry: string): Promise<{ code: string; files: string[] }> {
  const bundle = await rolldown({
    cwd: root,
    input: entry,
    platform: 'browser',
    transform: { target: 'es2022' },
    onLog(level, log, handle) {
      // An import that a browser does not have, such as one of Node's modules, is only a warning.
      handle(level === 'warn' ? 'error' : level, log);
    },
  });
  const { output } = await bundle
    .generate({
      format: 'iife',
      comments: false,
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    })
    .finally(() => bundle.close());
  return { code: output[0].code, files: output[0].moduleIds };
}

/** Style sheets in the order of their names, without the white space that means nothing. */
async function readStyles(folder: string): Promise<{ text: string; files: string[] }> {
  const files = (await glob('*.css', { cwd: folder, absolute: true })).sort();
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return {
    text: texts.join('').replace(/^\s+/gm, '').replaceAll(';\n}', '\n}').replaceAll(': ', ':'),
    files,
  };
}

/**
 * The text as it may stand inside `<script>` or `<style>`: a browser reads it as it is, so that the hash holds.
 * @throws when it would not be.
 */
function asElementContent(text: string, element: string): string {
  if (new RegExp(`</${element}|<!--|<script|[\\r\\0]`, 'i').test(text)) {
    throw new Error(`the report page's ${element} holds what a browser would not read as part of it`);
  }
  return text;
}

function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Long texts line by line, so that a change in the committed bundle shows as what it is. */
function moduleOf(page: ReportPage): string {
  const members = Object.entries(page).map(([name, text]) => {
    const lines = text.split('\n').map((line) => `    ${JSON.stringify(line)},\n`);
    return `  ${name}: [\n${lines.join('')}  ].join('\\n'),\n`;
  });
  return `export default {\n${members.join('')}};\n`;
}
