import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of `src` that decide what a scan finds, and where. */
const FOLDERS = ['cache', 'config', 'credentials', 'decode', 'detect', 'git', 'rules', 'scan', 'sources'];

/**
 * Stands for the code that decides what is found: what another build has remembered of a history may be wrong for it,
 * though the version is the same. Rules have a digest of their own.
 */
export function sourcesDigest(root: string): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    const paths = readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' });
    const names = paths.filter((path) => path.endsWith('.ts')).map((path) => path.replaceAll('\\', '/'));
    for (const name of names.sort()) {
      const text = readFileSync(join(root, 'src', folder, name), 'utf8').replaceAll('\r\n', '\n');
      hash.update(`${folder}/${name}\0${text}\0`);
    }
  }
  return hash.digest('hex');
}
