import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { GitRepo } from './git-repo.ts';
import { key } from './keys.ts';

/** Files by path; a file is a list of lines. */
type Files = Readonly<Record<string, readonly string[]>>;

/** One commit after another, each given as the whole of its files. */
export type EditedHistory = readonly Files[];

const PATHS = ['.env', 'src/app.py', 'config/appsettings.json', 'yarn.lock', 'table.csv'] as const;

/** Keys, halves of keys, and what makes a key of 32 hex characters one or none: names, hosts, headings. */
const TELLING_LINES: readonly string[] = [
  ...[1, 2, 3].flatMap((number) => [
    `AZURE_OPENAI_API_KEY=${key('azure-legacy-key', number)}`,
    `value = "${key('azure-legacy-key', number)}"`,
    `  "apiKey": "${key('azure-legacy-key', number)}",`,
    `file_md5: ${key('azure-legacy-key', number)}`,
    `key = ${key('azure-openai-key', number)}`,
    `key = "${key('azure-openai-key', number).slice(0, 40)}" +`,
    `  "${key('azure-openai-key', number).slice(40)}"`,
    `row,${key('azure-legacy-key', number)},x`,
    `token=${Buffer.from(`KEY=${key('openai-user-key', number)}`).toString('base64')}`,
    `url=https://x/?k=${encodeURIComponent(key('azure-storage-key', number))}`,
    `secret: ${key('azure-entra-client-secret', number)}`,
    `maps = ${key('azure-maps-subscription-key', number)}`,
    key('openai-project-key', number),
  ]),
  'endpoint=https://contoso-prod.openai.azure.com/',
  '[azure-openai]',
  'azure_openai:',
  'from openai import AzureOpenAI',
  'azure maps',
  'name,azure_openai_key,other',
  'etag:',
  '# md5 sums',
  '\u0000',
];

const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...TELLING_LINES) },
  { weight: 5, arbitrary: fc.nat(10_000).map((n) => `line ${n} of no interest, ${'abc '.repeat(n % 30)}`) },
  { weight: 1, arbitrary: fc.nat(1000).map((n) => key('sha512-base64', n + 1)) },
  { weight: 1, arbitrary: fc.nat(1000).map((n) => `hash ${key('azure-legacy-key', n + 10)}`) },
);

type Edit = (lines: readonly string[]) => readonly string[];

const at = (lines: readonly string[], place: number): number =>
  lines.length === 0 ? 0 : place % lines.length;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), line).map(
    ([place, added]): Edit =>
      (lines) =>
        lines.toSpliced(at(lines, place), 0, added),
  ),
  fc.tuple(fc.nat(), line).map(
    ([place, other]): Edit =>
      (lines) =>
        lines.toSpliced(at(lines, place), 1, other),
  ),
  fc.tuple(fc.nat(), fc.nat(5)).map(
    ([place, count]): Edit =>
      (lines) =>
        lines.toSpliced(at(lines, place), count),
  ),
  // In the middle of a line, which may be the middle of a key: one character more, less, or another.
  fc.tuple(fc.nat(), fc.nat(), fc.nat(1), fc.constantFrom('', 'a', '4', '\n')).map(
    ([place, column, count, added]): Edit =>
      (lines) =>
        lines.map((text, index) => {
          if (index !== at(lines, place) || text === '') return text;
          const cut = column % text.length;
          return text.slice(0, cut) + added + text.slice(cut + count);
        }),
  ),
);

const PADDING = Array.from({ length: 150 }, (_, n) => `padding ${n} that makes deltas worth while`);

/** Histories whose files change in few places, so that git packs them as chains of deltas. */
export const editedHistory: fc.Arbitrary<EditedHistory> = fc
  .tuple(
    fc.array(line, { maxLength: 40 }),
    fc.array(fc.tuple(fc.constantFrom(...PATHS), fc.array(edit, { minLength: 1, maxLength: 4 })), {
      minLength: 5,
      maxLength: 40,
    }),
  )
  .map(([first, steps]) => {
    const start = [...first.slice(0, 20), ...PADDING, ...first.slice(20)];
    let files: Files = Object.fromEntries(PATHS.map((path) => [path, start]));
    return steps.map(([path, edits]) => {
      files = { ...files, [path]: edits.reduce((lines, apply) => apply(lines), files[path] ?? []) };
      return files;
    });
  });

/** A bare repository with such a history, in one pack of deep chains. */
export function packedRepository(history: EditedHistory): GitRepo {
  const repo = GitRepo.create('--bare');
  const parts = history.map((files, index) => commitOf(files, index));
  execFileSync('git', ['fast-import', '--quiet'], { cwd: repo.folder, input: Buffer.concat(parts) });
  repo.git('-c', 'pack.threads=1', 'repack', '-a', '-d', '-f', '-q', '--depth=200', '--window=100');
  return repo;
}

function commitOf(files: Files, index: number): Buffer {
  const message = `change ${index}`;
  const header = `commit refs/heads/main\ncommitter T <t@example.com> ${1_700_000_000 + index} +0000\ndata ${message.length}\n${message}\n`;
  const changes = Object.entries(files).map(([path, lines]) => {
    const bytes = Buffer.from(lines.join('\n'));
    return Buffer.concat([
      Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`),
      bytes,
      Buffer.from('\n'),
    ]);
  });
  return Buffer.concat([Buffer.from(header), ...changes]);
}
