/** git ended with an error that the user cannot mend by using keypetrel differently. */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** The arguments behind our own settings, for example `['rev-list', '--all']`. */
  readonly args: readonly string[];
  /** Exit status, or null when a signal ended it. */
  readonly code: number | null;
  /** The first few KB of what git wrote to stderr; comes from a hostile repository: escape before printing. */
  readonly stderr: string;

  constructor(args: readonly string[], code: number | null, stderr: string) {
    super(`git ${args[0] ?? ''} failed${code === null ? '' : ` with status ${code}`}: ${firstLine(stderr)}`);
    this.args = args;
    this.code = code;
    this.stderr = stderr;
  }
}

/** git's own reason: its `fatal:` line where there is one, with control characters made visible. */
function firstLine(stderr: string): string {
  const lines = stderr.split('\n');
  const line = lines.find((each) => each.startsWith('fatal:')) ?? lines[0] ?? '';
  return escapeControls(line.trim()).slice(0, 500) || 'no message';
}

/** The same without git's word for it, to stand among other reasons. */
export function reasonOf({ stderr }: { readonly stderr: string }): string {
  return `git: ${firstLine(stderr).replace(/^(?:fatal|error): /, '')}`;
}

/** What `ask` gives; null when git cannot tell, and nobody has stopped it. */
export async function nullWithoutGit<Value>(
  signal: AbortSignal | undefined,
  ask: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof GitError)) throw error;
    return null;
  }
}

/** The text with everything a terminal could act on as `\xNN`. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
