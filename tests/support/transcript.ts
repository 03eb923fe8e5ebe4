import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export type Result = { readonly code: number | null; readonly output: string };

export type TranscriptRunOptions = {
  /** Exit codes that are an answer; any other ends the whole. Default: 0 only. */
  readonly okCodes?: readonly number[];
  /** Folders to look for programs in before all others. */
  readonly path?: readonly string[];
};

/** Runs programs in a temporary folder, prints each with what it printed, and collects what should not be. */
export class Transcript {
  readonly folder: string;
  readonly failures: string[] = [];

  constructor(name: string) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), `keypetrel-${name}-`)));
  }

  run(
    cwd: string,
    command: string,
    args: readonly string[],
    { okCodes = [0], path = [] }: TranscriptRunOptions = {},
  ): Result {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: [...path, process.env['PATH']].join(delimiter),
        HOME: this.folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
        npm_config_cache: process.env['npm_config_cache'] ?? join(process.env['HOME'] ?? this.folder, '.npm'),
        ...REGISTRY_SETTINGS,
      },
    });
    const output = `${stdout ?? ''}${stderr ?? ''}`;
    this.print(`\n$ ${[command, ...args].join(' ')}`);
    if (output !== '') this.print(output.trimEnd());
    this.print(`→ exit ${status}`);
    if (error !== undefined) throw error;
    if (!okCodes.includes(status ?? -1)) throw new Error(`${command} ended with ${status}`);
    return { code: status, output };
  }

  /** The temporary folder is of no interest to who reads it. */
  print(text: string): void {
    process.stdout.write(`${text.replaceAll(this.folder, '…')}\n`);
  }

  repository(name: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    this.run(this.folder, 'git', ['init', '--quiet', '--initial-branch=main', path]);
    this.write(path, '.gitignore', 'node_modules\n.yarn\n.pnp.*\n');
    return path;
  }

  write(folder: string, path: string, content: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  /** A commit with a key is refused, and one without passes. */
  exercise(repo: string, name: string, key: string, options: TranscriptRunOptions = {}): void {
    const commit = (message: string) =>
      this.run(repo, 'git', ['commit', '-m', message], { ...options, okCodes: [0, 1] });
    this.write(repo, 'config.env', `AZURE_OPENAI_API_KEY=${key}\n`);
    this.run(repo, 'git', ['add', '--all'], options);
    this.expectRefused(name, commit('with a key'), key);
    this.write(repo, 'config.env', 'AZURE_OPENAI_API_KEY=from the environment\n');
    this.run(repo, 'git', ['add', '--all'], options);
    if (commit('without').code !== 0) this.failures.push(`${name}: a commit without a key was refused`);
  }

  expectRefused(name: string, { code, output }: Result, key: string): void {
    if (code !== 1) this.failures.push(`${name}: a key was not refused`);
    if (!output.includes('Azure OpenAI key')) this.failures.push(`${name}: the reason is not shown`);
    if (output.includes(key)) this.failures.push(`${name}: the key is shown`);
  }

  /** Prints what should not be, and sets the exit code. */
  finish(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
    for (const failure of this.failures) this.print(`FAILED: ${failure}`);
    process.exitCode = this.failures.length === 0 ? 0 : 1;
  }
}

/** Where this machine gets packages from, since the configuration in its home folder is not read. */
const REGISTRY_SETTINGS = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(?:npm_config_registry|pip_\w+|(?:https?|no)_proxy|node_extra_ca_certs|ssl_cert_file)$/i.test(name),
  ),
);
