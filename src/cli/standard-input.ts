import { fstatSync } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import type { Host } from './host.ts';

/**
 * Standard input, destroyed when the signal aborts: an open pipe would keep the program waiting for its next bytes.
 * @throws UserError when it is a folder (`< folder`), which Node reads as if it were empty.
 */
export function openStandardInput({ stdin }: Host, signal: AbortSignal): Readable {
  const descriptor = 'fd' in stdin ? stdin.fd : null;
  if (typeof descriptor === 'number' && fstatSync(descriptor).isDirectory())
    throw new UserError('standard input is a folder: name it as a path to scan it');
  return addAbortSignal(signal, stdin);
}
