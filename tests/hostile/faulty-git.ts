import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { FEW_WINDOWS, NEUTRAL_SETTINGS } from '../../src/git/environment.ts';
import { temporaryFolder } from '../support/git-repo.ts';

export const REAL = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
/** Before each command, among other options or behind them. */
const SETTINGS = NEUTRAL_SETTINGS.map((setting) => `-c ${setting}`).join(' ');

/** How a git fails, as a shell script: each time, but for the last, which lets those that are started behind the first be. */
const FIRST = 'mkdir "$FOLDER/first" 2>/dev/null';
export const FAULTS = {
  'says fatal and ends with 128': "echo 'fatal: it broke' >&2; exit 128",
  'is killed before it says anything': 'kill -9 $$',
  'is killed in the middle': `${FIRST} && { '${REAL}' "$@" 2>/dev/null | head -c 30; kill -9 $$; }`,
} as const;
/** A git that does not end by itself. */
export const HANGS = 'exec sleep 30';

/** What a git does when its arguments start with `start`, those that all have left out; or are it, with `$` at its end. */
export type GitFault = { readonly start: string; readonly script: string };

/** A git that stands first on `PATH`, and writes down what it is called with. */
export class FaultyGit {
  readonly #folder = temporaryFolder();
  readonly env = { PATH: `${this.#folder}${delimiter}${process.env['PATH']}` };

  /** @param fault null for a git without fault. */
  constructor(fault: GitFault | null) {
    const start = fault?.start ?? '';
    const pattern = start.endsWith('$') ? '"$START"' : '"$START"*';
    const script = `#!/bin/sh
FOLDER='${this.#folder}'
START=${quoted(start.replace(/\$$/, ''))}
SETTINGS=${quoted(SETTINGS)}
CALL="$*"
CALL=\${CALL#*"$SETTINGS "}
CALL=\${CALL#"${FEW_WINDOWS.join(' ')} "}
printf '%s\\n' "$CALL" >> "$FOLDER/log"
printf '%s\\n' $$ >> "$FOLDER/pids"
if [ -n "$START" ]; then
  case "$CALL" in ${pattern})
    : > "$FOLDER/fired"
    ${fault?.script ?? ':'}
  esac
fi
exec '${REAL}' "$@"
`;
    writeFileSync(join(this.#folder, 'git'), script, { mode: 0o755 });
  }

  /** The arguments of each call, without the settings that all have. A command that lacks them shows with all it has. */
  calls(): string[] {
    const log = join(this.#folder, 'log');
    return existsSync(log) ? [...new Set(readFileSync(log, 'utf8').trim().split('\n'))] : [];
  }

  /** Those that have been started and still run. */
  running(): number[] {
    const file = join(this.#folder, 'pids');
    const pids = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
    return pids.filter((pid) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    });
  }

  get hasFired(): boolean {
    return existsSync(join(this.#folder, 'fired'));
  }
}

/** Whether a call is what a fault speaks of. */
export function isCallOf(call: string, start: string): boolean {
  return start.endsWith('$') ? call === start.slice(0, -1) : call.startsWith(start);
}

/** As a word of the shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
