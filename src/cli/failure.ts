import { UserError } from '../errors.ts';
import { GitError } from '../git/git-error.ts';
import { escapeText } from '../report/escape.ts';
import { isSystemError } from './system-error.ts';

/**
 * What stands on standard error when the program cannot go on: one line for what the user or the machine has
 * to mend, and for a bug where it happened.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof UserError || error instanceof GitError || isSystemError(error)) {
    return lines(`keypetrel: ${error.message}`);
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return lines(
    `keypetrel: internal error: ${stack}\n` +
      'This is a bug in keypetrel, and nothing can be concluded from this scan. ' +
      'Please report it with the lines above, after a look that nothing in them is confidential.',
  );
}

/** Messages hold names from the scanned repository and from the command line. */
function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => `${escapeText(line)}\n`)
    .join('');
}
