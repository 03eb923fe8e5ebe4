import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Credential } from '../../src/credentials/report.ts';
import { scan } from '../../src/scan.ts';
import { environmentWithFilterRepo } from '../support/filter-repo.ts';
import { type GitRepo, neutralEnvironment } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

/** The credential that was leaked, and what a person writes in its place. */
export const SECRET = key('azure-openai-key', 1);
export const INSTEAD = 'read-from-the-environment';

/** What is reported of a repository: at most the one credential. */
export async function credentialIn(
  { folder }: { readonly folder: string },
  options: { readonly allObjects?: boolean } = {},
): Promise<Credential | null> {
  const { credentials } = await scan({ paths: [folder], ...options });
  expect(credentials.length, 'one credential').toBeLessThanOrEqual(1);
  return credentials[0] ?? null;
}

/**
 * Does what the report says, as a person would: takes the secret out of the files that are named, runs the commands
 * as they are, writes other messages in the editor; then scans again, until nothing is found.
 * @returns every command that was run.
 */
export async function followAdvice(repo: GitRepo, { rounds = 4 } = {}): Promise<string[]> {
  const done: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const credential = await credentialIn(repo);
    if (credential === null) return done;
    takeOutOfFiles(repo, credential);
    for (const { stage, commands } of credential.remediation.plan) {
      if (stage === 'undo') done.push(...runAll(repo, commands));
    }
  }
  const left = await credentialIn(repo);
  expect(left, `left after ${done.join('\n')}`).toBeNull();
  return done;
}

/** The commands of one step, in one shell; what is for the reader to fill in is left out. */
export function runAll(repo: GitRepo, commands: readonly string[]): string[] {
  const wanted = commands.filter((command) => !/<[a-z ]+>/.test(command));
  if (wanted.length === 0) return [];
  try {
    execFileSync('sh', ['-e', '-c', wanted.join('\n')], {
      cwd: repo.folder,
      env: {
        ...neutralEnvironment(),
        ...environmentWithFilterRepo(),
        GIT_EDITOR: `sh -c 'sed -i.bak "s/[A-Za-z0-9+\\/]\\{84\\}/${INSTEAD}/" "$1" && rm -f "$1.bak"' editor`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: Buffer; stdout?: Buffer };
    throw new Error(`${wanted.join('\n')}\n${stdout.toString()}${stderr.toString()}`, { cause: error });
  }
  return wanted;
}

function takeOutOfFiles(repo: GitRepo, { occurrences }: Credential): void {
  for (const { source, path } of occurrences) {
    if (source !== 'file' || path === null) continue;
    replaceIn(join(repo.folder, path));
  }
}

/** Takes the secret out of one file on disk. */
export function replaceIn(file: string): void {
  if (!existsSync(file) || !lstatSync(file).isFile()) return;
  const text = readFileSync(file, 'latin1');
  if (text.includes(SECRET)) writeFileSync(file, text.replaceAll(SECRET, INSTEAD), 'latin1');
}
