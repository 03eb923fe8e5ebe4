import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputChunk } from 'rolldown';
import { type PackageManifest, readManifest } from './package-manifest.ts';

const HEADER = `Third-party notices

keypetrel's published files contain code of the packages below, each under its own licence.
This file is generated from the modules that the bundle in dist/ really contains: npm run notices.
`;

const SEPARATOR = `\n${'-'.repeat(100)}\n\n`;

/** Files in a package that hold its licence or what the licence wants passed on. */
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i;

/** Licences and notices of all packages whose code is in `chunks`, as the text of one file. */
export async function thirdPartyNotices(root: string, chunks: readonly OutputChunk[]): Promise<string> {
  const entries = await Promise.all(bundledPackageFolders(root, chunks).map(notice));
  // Two versions of one package are two entries; two copies of one version are the same entry.
  const unique = [...new Set(entries)].sort();
  return [HEADER, ...unique].join(SEPARATOR);
}

/** Folders of the packages that modules in the bundle come from. */
function bundledPackageFolders(root: string, chunks: readonly OutputChunk[]): string[] {
  const folders = new Set<string>();
  for (const chunk of chunks) {
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      const folder = renderedLength > 0 ? packageFolder(root, id) : null;
      if (folder !== null) folders.add(folder);
    }
  }
  return [...folders];
}

/** The folder of the package that a module belongs to, or null for a module of our own. */
function packageFolder(root: string, moduleId: string): string | null {
  // The bundler's helper functions are code of the bundler.
  if (moduleId.startsWith('\0rolldown/')) return join(root, 'node_modules/rolldown');
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(moduleId)?.[0] ?? null;
}

async function notice(folder: string): Promise<string> {
  const manifest = await readManifest(folder);
  const texts = await licenseTexts(folder);
  if (manifest.license === undefined) throw new Error(`${folder}: no licence in package.json`);
  const homepage = manifest.homepage === undefined ? '' : `${manifest.homepage}\n`;
  const text = texts.length > 0 ? texts.join('\n\n') : noLicenseFile(manifest);
  return `${manifest.name} ${manifest.version}\nLicence: ${manifest.license}\n${homepage}\n${text}\n`;
}

async function licenseTexts(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => LICENSE_FILE.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim());
}

function noLicenseFile({ name, license, author }: PackageManifest): string {
  const authorName = typeof author === 'string' ? author : author?.name;
  if (authorName === undefined) throw new Error(`${name}: neither a licence file nor an author to name`);
  return `The package has no licence file; its package.json names ${license} and as author ${authorName}.`;
}
