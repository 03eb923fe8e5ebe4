import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ignore } from 'ignore';

/** More than this is no `.gitignore`. */
const MAX_BYTES = 4 * 1024 * 1024;

export type CreateMatcher = (options: { ignorecase: boolean }) => Ignore;

/**
 * The rules of `.gitignore` files in nested folders, outside of git. Ask for a folder before what is in it,
 * and do not ask for what is in an ignored one.
 */
export class GitignoreRules {
  readonly #createMatcher: CreateMatcher;
  /** By folder, relative to the root and with `/` at its end; the root is empty. */
  readonly #rules = new Map<string, Ignore>();

  constructor(createMatcher: CreateMatcher) {
    this.#createMatcher = createMatcher;
  }

  /** Reads the `.gitignore` of a folder, if it has one. */
  enter(folder: string, absolute: string): void {
    const text = readRegularFile(join(absolute, '.gitignore'));
    if (text !== null) this.#rules.set(folder, this.#createMatcher({ ignorecase: false }).add(text));
  }

  /** @param path relative to the root; a folder has a `/` at its end. */
  ignores(path: string): boolean {
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const decision = this.#decide(folder, path);
      if (decision !== null) return decision;
      if (folder === '') return false;
    }
  }

  /** What the rules of one folder say: the nearest folder that says anything decides. */
  #decide(folder: string, path: string): boolean | null {
    const rules = this.#rules.get(folder);
    if (rules === undefined) return null;
    const below = path.slice(folder.length);
    const { ignored, unignored } = rules.test(below);
    if (unignored) return false;
    if (!ignored) return null;
    // The library says yes for all below an ignored folder. We are in it, so a nearer file has taken that back.
    const parent = parentOf(below);
    return parent !== '' && rules.ignores(parent) ? null : true;
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

function readRegularFile(file: string): string | null {
  try {
    const stats = lstatSync(file);
    return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}
