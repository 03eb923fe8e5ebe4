import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * Makes history from a stream for `git fast-import`, which is by far the fastest way.
 * @param write writes the stream, no faster than it is read: see `writeTo`. It is ended when this is done.
 */
export async function fastImport(
  repository: string,
  write: (stream: Writable) => Promise<void>,
): Promise<void> {
  const git = spawn('git', ['-C', repository, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const closed = once(git, 'close');
  await write(git.stdin);
  git.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
}

/** Writes to a stream, and waits while its reader is slower. */
export async function writeTo(stream: Writable, bytes: Buffer | string): Promise<void> {
  if (!stream.write(bytes)) await once(stream, 'drain');
}
