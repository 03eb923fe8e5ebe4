import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ObjectId, parseObjectId } from '../../src/git/object-id.ts';
import { discoverRepository, type Repository } from '../../src/git/repository.ts';

/** A folder that is gone after the test. Its path has no links in it. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keypetrel-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A real repository in a temporary folder, which no configuration of the machine has a say in. */
export class GitRepo {
  readonly folder: string;
  /** Seconds since 1970 of the next commit: each commit is one minute younger than the last. */
  #clock = 1_700_000_000;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes a repository with the branch `main` and no commit. */
  static create(...options: string[]): GitRepo {
    const repo = new GitRepo(join(temporaryFolder(), 'repo'));
    mkdirSync(repo.folder);
    repo.git('init', '--quiet', '--initial-branch=main', ...options);
    return repo;
  }

  /** Runs git and gives what it printed, without the last newline. */
  git(...args: string[]): string {
    return this.gitWithInput('', ...args);
  }

  gitWithInput(input: string | Buffer, ...args: string[]): string {
    const output = execFileSync('git', args, {
      cwd: this.folder,
      input,
      env: { ...neutralEnvironment(), ...this.#dates() },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
    return output.toString('utf8').replace(/\n$/, '');
  }

  /** Runs git where it may fail, such as a merge with conflicts. */
  tryGit(...args: string[]): void {
    try {
      this.git(...args);
    } catch {
      // What it left behind is what the test is about.
    }
  }

  write(path: string, content: string | Buffer): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Writes files, adds everything and commits it. */
  commit(message: string, files: Readonly<Record<string, string | Buffer>> = {}): ObjectId {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
    this.git('add', '--all');
    this.#clock += 60;
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.id('HEAD');
  }

  id(name: string): ObjectId {
    const oid = parseObjectId(this.git('rev-parse', '--verify', name));
    if (oid === null) throw new Error(`no object ${name}`);
    return oid;
  }

  /** Stores a blob that nothing refers to. */
  blob(content: string | Buffer): ObjectId {
    const oid = parseObjectId(this.gitWithInput(content, 'hash-object', '-w', '--stdin'));
    if (oid === null) throw new Error('hash-object gave no id');
    return oid;
  }

  /** The file of a loose object. */
  looseFile(oid: ObjectId): string {
    return join(this.folder, '.git', 'objects', oid.slice(0, 2), oid.slice(2));
  }

  async discover(): Promise<Repository> {
    const repository = await discoverRepository(this.folder);
    if (repository === null) throw new Error(`no repository in ${this.folder}`);
    return repository;
  }

  #dates(): Record<string, string> {
    const date = `${this.#clock} +0100`;
    return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  }
}

/** What git needs to know, and nothing of the machine. */
export function neutralEnvironment(): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_AUTHOR_NAME: 'Ada Author',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Carl Committer',
    GIT_COMMITTER_EMAIL: 'carl@example.com',
    // Submodules and clones of folders: in tests only.
    GIT_ALLOW_PROTOCOL: 'file',
  };
}
