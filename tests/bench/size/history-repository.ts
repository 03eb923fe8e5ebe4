/** What all cases in repositories are made with. */
import type { Writable } from 'node:stream';
import { writeTo } from '../fast-import.ts';
import { git } from '../git.ts';

/** Makes a folder a repository with nothing in it. */
export async function newRepository(folder: string): Promise<void> {
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await git(folder, 'config', 'user.name', 'Bench');
  await git(folder, 'config', 'user.email', 'bench@example.com');
  // Small packs would be unpacked into loose objects.
  await git(folder, 'config', 'fastimport.unpackLimit', '0');
}

const START = 1_700_000_000;

/** Starts a commit in a stream for `git fast-import`; what stands in its files comes behind. */
export function commitHeader(branch: string, number: number): string {
  const message = `change ${number}\n`;
  return `commit refs/heads/${branch}\ncommitter Bench <bench@example.com> ${START + number} +0000\ndata ${message.length}\n${message}`;
}

/** Puts a file into the commit that was started last. */
export function writeInline(stream: Writable, path: string, content: string): Promise<void> {
  return writeTo(stream, `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`);
}
