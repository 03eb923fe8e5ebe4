import type { Writable } from 'node:stream';
import { UserError } from '../errors.ts';

/** Characters that are collected before they are written: one system call for each line would be slow. */
const CHUNK = 64 * 1024;

/**
 * Writes a text that comes in pieces to standard output and waits until it has left the process, so that a
 * pipe gets all of it. When the reader has gone (`| head`), the rest is dropped without a word: it is not an
 * error, and the exit code stays what it is.
 * @throws UserError when standard output cannot be written to for another reason, for example a full disk.
 */
export async function writeOutput(
  stream: Writable,
  pieces: Iterable<string>,
  signal?: AbortSignal,
): Promise<void> {
  const failure = watchFailure(stream);
  try {
    for (const chunk of chunked(pieces)) {
      signal?.throwIfAborted();
      if (failure.error() !== null) break;
      await writeChunk(stream, chunk, failure);
    }
  } finally {
    failure.stop();
  }
  const error = failure.error();
  if (error === null || isClosedPipe(error)) return;
  throw new UserError(`standard output cannot be written: ${error.message}`, { cause: error });
}

/** Keeps a stream whose reader has gone from ending the program. */
export function ignoreClosedPipe(stream: Writable): void {
  stream.on('error', () => {});
}

/** Joins small pieces to chunks. */
export function* chunked(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

type Failure = { error(): Error | null; onError(listener: () => void): void; stop(): void };

function watchFailure(stream: Writable): Failure {
  let failed: Error | null = null;
  let notify = (): void => {};
  const listener = (error: Error): void => {
    failed ??= error;
    notify();
  };
  stream.on('error', listener);
  return {
    error: () => failed,
    onError: (listen) => {
      notify = listen;
    },
    stop: () => {
      stream.off('error', listener);
      // Errors may still come later, from writes that are under way.
      stream.on('error', () => {});
    },
  };
}

/** Ends when the chunk has been handed to the system, or never will be. */
function writeChunk(stream: Writable, chunk: string, failure: Failure): Promise<void> {
  return new Promise((resolve) => {
    failure.onError(resolve);
    stream.write(chunk, () => resolve());
  });
}

function isClosedPipe(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}
