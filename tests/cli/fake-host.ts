import { Readable, Writable } from 'node:stream';
import type { Host } from '../../src/cli/host.ts';

/** A host in memory, and what was written to it. */
export type FakeHost = Host & { readonly written: { stdout: string; stderr: string } };

export type FakeHostOptions = {
  readonly env?: Host['env'];
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly input?: string;
};

export function makeHost({
  env = {},
  isTerminal = false,
  columns,
  input = '',
}: FakeHostOptions = {}): FakeHost {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written): Host['stdout'] => {
    const writable = new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
    return Object.assign(writable, { isTTY: isTerminal, ...(columns !== undefined && { columns }) });
  };
  return {
    written,
    stdin: Object.assign(Readable.from([Buffer.from(input)]), { isTTY: isTerminal }),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env,
    on: () => {},
    off: () => {},
    exit: (code) => {
      throw new Error(`exit ${code}`);
    },
  };
}
