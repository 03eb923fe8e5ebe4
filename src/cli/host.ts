import type { Readable, Writable } from 'node:stream';

/** A standard stream, with what tells a terminal from a pipe. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What the program needs of the process that it is; tests give it another one. */
export type Host = {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  on(event: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  off(event: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  exit(code: number): never;
};
