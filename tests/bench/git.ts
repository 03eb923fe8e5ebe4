import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** Room for the object list of a very large repository. */
const MAX_OUTPUT_BYTES = 2 ** 30;

/** Runs git in `folder` and returns its stdout. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execFileAsync('git', ['-C', folder, ...args], { maxBuffer: MAX_OUTPUT_BYTES });
  return stdout;
}
