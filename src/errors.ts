/**
 * An error that the user can mend: wrong usage, a bad configuration, a missing repository.
 * It is shown as one line without a stack trace, and ends with exit code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/**
 * What is wrong with a file that says what not to report. Whoever cannot stop for that, such as a hook, goes on
 * without the file: then too much is reported, and nothing too little.
 */
export class SuppressionError extends UserError {}

/** Whether the machine has none left at this moment: of file handles, processes or memory. The same call may work later. */
export function isExhaustion(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'EMFILE' || code === 'ENFILE' || code === 'EAGAIN' || code === 'ENOMEM';
}
