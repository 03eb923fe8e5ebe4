import { accessSync, constants, type Dirent, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { readRegularFile } from './pack/open-regular-file.ts';
import { PSEUDO_REF_FILES } from './pseudo-refs.ts';
import type { Repository } from './repository.ts';

/**
 * Finds files and folders of git's own that hold or name history and that cannot be read. git takes a folder of refs
 * or a reflog that it may not open, or not make sense of, for an empty one, and says nothing.
 * @returns their paths, relative to where git is started when they are below it.
 */
export function listUnreadableFiles(repository: Repository): string[] {
  const { cwd, commonDir } = repository;
  const unreadable: string[] = [];
  const note = (path: string): void => {
    const below = relative(cwd, path);
    unreadable.push(below.startsWith('..') || isAbsolute(below) ? path : below);
  };
  const checkFile = (path: string): void => {
    if (!isReadable(path)) note(path);
  };
  const checkTree = (folder: string, check: (path: string) => void): void => {
    for (const entry of entriesOf(folder, note)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) checkTree(path, entry.name === 'logs' ? checkReflog : check);
      else check(path);
    }
  };
  const checkReflog = (path: string): void => {
    if (!isReflog(path)) note(path);
  };
  for (const name of ['refs', 'worktrees']) checkTree(join(commonDir, name), checkFile);
  checkTree(join(commonDir, 'logs'), checkReflog);
  for (const name of ['packed-refs', 'shallow', 'info/grafts']) checkFile(join(commonDir, name));
  for (const name of PSEUDO_REF_FILES) checkFile(join(commonDir, name));
  for (const folder of objectFolders(join(commonDir, 'objects'), note)) checkObjects(folder, note, checkFile);
  return unreadable;
}

/** Loose objects that cannot be read are git's to tell: it meets each of them. */
function checkObjects(folder: string, note: (path: string) => void, checkFile: (path: string) => void): void {
  for (const entry of entriesOf(folder, note)) {
    if (entry.isDirectory() && entry.name.length === 2) entriesOf(join(folder, entry.name), note);
  }
  const packFolder = join(folder, 'pack');
  const packs = entriesOf(packFolder, note).map(({ name }) => name);
  for (const name of packs.filter((each) => /\.(?:pack|idx)$/.test(each))) {
    const path = join(packFolder, name);
    // A pack without its index is none to git.
    if (name.endsWith('.pack') && !packs.includes(name.replace(/pack$/, 'idx'))) note(path);
    else checkFile(path);
  }
}

/** The object folder itself, and those that it borrows from; an alternate that is not there is noted. */
function objectFolders(own: string, note: (path: string) => void): string[] {
  const folders = [own];
  for (const folder of folders) {
    const list = join(folder, 'info', 'alternates');
    for (const line of linesOf(list, note)) {
      if (line === '' || line.startsWith('#') || line.startsWith('"')) continue;
      const alternate = resolve(folder, line);
      if (folders.includes(alternate)) continue;
      if (isThere(alternate)) folders.push(alternate);
      else note(alternate);
    }
  }
  return folders;
}

/** Old id, new id, who and when, and a message, on each line; git passes over what is not like that. */
const REFLOG_LINE = /^([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) [^\n]*> \d+ [-+]\d+(?:\t|$)/;

function isReflog(path: string): boolean {
  try {
    const lines = readRegularFile(path).toString('latin1').split('\n');
    return lines.every(
      (line, index) => REFLOG_LINE.test(line) || (line === '' && index === lines.length - 1),
    );
  } catch (error) {
    return isAbsent(error);
  }
}

function linesOf(file: string, note: (path: string) => void): string[] {
  try {
    return readRegularFile(file).toString().split('\n');
  } catch (error) {
    if (!isAbsent(error)) note(file);
    return [];
  }
}

function entriesOf(folder: string, note: (path: string) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isAbsent(error)) note(folder);
    return [];
  }
}

/** Also true of what is not there, but of no pipe, socket or device: git may wait for it, or find it empty. */
function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch (error) {
    return isAbsent(error);
  }
}

function isThere(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
