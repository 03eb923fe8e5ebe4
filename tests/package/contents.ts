/** One file in the packed tarball, as `npm pack --json` lists it. */
export type PackedFile = { readonly path: string; readonly size: number };

/** What `npm pack --json` tells of a tarball; sizes in bytes. */
export type PackedPackage = {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly PackedFile[];
};

/** `npx keypetrel` downloads the tarball each time its cache is cold. */
export const LARGEST_TARBALL_BYTES = 1_500_000;

/** Files that every release has. */
const REQUIRED_FILES: readonly string[] = [
  'LICENSE',
  'README.md',
  'THIRD_PARTY_NOTICES.txt',
  'dist/action.cjs',
  'dist/cli.cjs',
  'dist/index.js',
  'dist/schemas/baseline.schema.json',
  'dist/schemas/config.schema.json',
  'dist/schemas/report.schema.json',
  'dist/schemas/rule.schema.json',
  'dist/types/index.d.ts',
  'package.json',
];

/** Every other file has to be of one of these kinds: no sources, tests, fixtures, maps or stray files. */
const ALLOWED_FILES: readonly RegExp[] = [
  /^dist\/cli\/[\w.-]+\.cjs$/,
  /^dist\/lib\/[\w.-]+\.js$/,
  /^dist\/schemas\/[\w-]+\.schema\.json$/,
  /^dist\/types\/(?:[\w-]+\/)*[\w-]+\.d\.ts$/,
  /^rules\/[\w-]+\.yaml$/,
];

/** What is wrong with the contents of a tarball: one line each, none when it is as it should be. */
export function contentProblems({ files, size }: PackedPackage): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const missing = REQUIRED_FILES.filter((path) => !paths.has(path));
  const unexpected = [...paths].filter(
    (path) => !REQUIRED_FILES.includes(path) && !ALLOWED_FILES.some((allowed) => allowed.test(path)),
  );
  const hasRules = [...paths].some((path) => path.startsWith('rules/'));
  return [
    ...missing.map((path) => `missing: ${path}`),
    ...unexpected.map((path) => `unexpected: ${path}`),
    ...(hasRules ? [] : ['missing: rule files in rules/']),
    ...(size < LARGEST_TARBALL_BYTES ? [] : [`too large: ${size} bytes packed`]),
  ];
}
