import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ignore } from 'ignore';

/** More than this is no `.gitignore`. */
const MAX_BYTES = 4 * 1024 * 1024;

export type CreateMatcher = (options: { ignorecase: boolean }) => Ignore;

/** The library remembers every path that it is asked for: after so many it starts anew. */
const MOST_REMEMBERED = 16_384;

/**
 * The rules of `.gitignore` files in nested folders, outside of git. Ask for a folder before what is in it,
 * and do not ask for what is in an ignored one.
 */
export class GitignoreRules {
  readonly #createMatcher: CreateMatcher;
  /** By folder, relative to the root and with `/` at its end: the nearest rules in it and above; the root is empty. */
  readonly #nearest = new Map<string, FolderRules | null>();

  constructor(createMatcher: CreateMatcher) {
    this.#createMatcher = createMatcher;
  }

  /** Reads the `.gitignore` of a folder, if it has one. Folders above come first. */
  enter(folder: string, absolute: string): void {
    const above = folder === '' ? null : (this.#nearest.get(parentOf(folder)) ?? null);
    const text = readRegularFile(join(absolute, '.gitignore'));
    const rules = text === null ? above : new FolderRules(folder, text, above, this.#createMatcher);
    this.#nearest.set(folder, rules);
  }

  /** @param path relative to the root; a folder has a `/` at its end. */
  ignores(path: string): boolean {
    let rules = this.#nearest.get(parentOf(path)) ?? null;
    for (; rules !== null; rules = rules.above) {
      const decision = rules.decide(path);
      if (decision !== null) return decision;
    }
    return false;
  }
}

class FolderRules {
  /** The nearest above. */
  readonly above: FolderRules | null;
  readonly #folder: string;
  readonly #create: () => Ignore;
  #matcher: Ignore;
  #asked = 0;

  constructor(folder: string, text: string, above: FolderRules | null, createMatcher: CreateMatcher) {
    this.above = above;
    this.#folder = folder;
    this.#create = () => createMatcher({ ignorecase: false }).add(text);
    this.#matcher = this.#create();
  }

  /** What these rules say: the nearest folder that says anything decides. */
  decide(path: string): boolean | null {
    this.#asked += 1;
    if (this.#asked % MOST_REMEMBERED === 0) this.#matcher = this.#create();
    const below = path.slice(this.#folder.length);
    const { ignored, unignored } = this.#matcher.test(below);
    if (unignored) return false;
    if (!ignored) return null;
    // The library says yes for all below an ignored folder. We are in it, so a nearer file has taken that back.
    const parent = parentOf(below);
    return parent !== '' && this.#matcher.ignores(parent) ? null : true;
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
