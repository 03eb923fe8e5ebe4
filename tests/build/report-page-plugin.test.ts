import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ReportPage, reportPagePlugin } from '../../src/build/report-page-plugin.ts';

const MODULE_ID = 'virtual:keypetrel-report-page';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keypetrel-report-page-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('bundles script, style, markup and icon', async () => {
  const page = await build({
    'main.ts': "import { word } from './word.ts';\ndocument.title = word as string;\n",
    'word.ts': "export const word: string = 'petrel';\n",
    'style/2.css': 'p {\n  color: red;\n}\n',
    'style/1.css': '/* first */\n',
  });
  expect(page.script).toMatch(/document\.title=[`'"]petrel[`'"]/);
  expect(page.style).toBe('/* first */\np {\ncolor:red\n}\n');
  expect(page.body).toBe('<main></main>');
  expect(page.icon).toBe(`data:image/svg+xml;base64,${btoa('<svg/>\n')}`);
  expect(page.scriptHash).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/);
});

it.each([
  ['a script that starts a comment', { 'main.ts': "document.title = '<!-- x';\n" }, "page's script"],
  [
    'a style that would end its element',
    { 'style/1.css': 'p::after { content: "</style>"; }\n' },
    "page's style",
  ],
  [
    'what no browser has',
    { 'main.ts': "import { cwd } from 'node:process';\ndocument.title = cwd();\n" },
    'node:process',
  ],
  ['a faulty script', { 'main.ts': 'const = 1;\n' }, 'main.ts'],
])('refuses %s', async (_, files, message) => {
  await expect(build(files)).rejects.toThrow(message);
});

/** The module that the plugin makes of a page with these files. */
async function build(files: Readonly<Record<string, string>>): Promise<ReportPage> {
  const page = {
    'main.ts': 'document.title = "x";\n',
    'body.html': '<main></main>\n',
    'icon.svg': '<svg/>\n',
    'style/1.css': '',
    ...files,
  };
  for (const [path, text] of Object.entries(page)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const bundle = await rolldown({
    cwd: folder,
    input: MODULE_ID,
    plugins: [reportPagePlugin(folder, folder)],
  });
  const { output } = await bundle.generate({ format: 'esm' }).finally(() => bundle.close());
  const file = join(folder, 'bundle.mjs');
  await writeFile(file, output[0].code);
  return ((await import(file)) as { default: ReportPage }).default;
}
