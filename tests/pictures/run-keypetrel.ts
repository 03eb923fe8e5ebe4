import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Exit code of a scan that found something. */
const FOUND = 1;

/**
 * Runs the built program in a folder, with colours.
 * @param root the project's folder.
 * @returns its standard output.
 * @throws when it ends other than with findings.
 */
export function runKeypetrel(root: string, folder: string, ...args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const options = { cwd: folder, env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined } };
    execFile(process.execPath, [join(root, 'dist', 'cli.cjs'), ...args], options, (error, stdout, stderr) => {
      if (error?.code === FOUND) done(stdout);
      else
        failed(new Error(`keypetrel ended with ${error?.code ?? 0}, and ${FOUND} was expected: ${stderr}`));
    });
  });
}
