import { createInflate, deflateSync, inflateSync } from 'node:zlib';

/**
 * Unpacks one zlib stream, `input[start..end)`, into the start of `output`. Output needs one byte of room more
 * than `length`, by which a content that is longer than it says is told apart from one that fits.
 * @returns whether the stream is whole, its checksum right, and its content exactly `length` bytes long.
 */
export type Inflate = (
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  length: number,
) => boolean;

/**
 * The fastest way of inflating that this Node has. `inflateSync` makes a native stream, its state and a
 * stream object for every call: for the small entries of packs that is half of its time. So one native handle is
 * used again and again where Node lets us have it (as the package minizlib does), and only after a trial.
 */
export function createInflater(): Inflate {
  const native = createNativeInflater();
  return native !== null && passesTrial(native) ? native : inflateEachAnew;
}

/** What `zlib.Inflate` is made of, in Node 10 to 24; not documented, so every part is looked for. */
type InflateInternals = {
  readonly _handle: {
    onerror: (message: string, errno: number, code: string) => void;
    reset(): void;
    writeSync(
      flush: number,
      input: Uint8Array,
      inputStart: number,
      inputLength: number,
      output: Uint8Array,
      outputStart: number,
      outputLength: number,
    ): void;
  };
  /** Bytes left in the output and in the input after a write. */
  readonly _writeState: Uint32Array;
};

const Z_FINISH = 4;

function createNativeInflater(): Inflate | null {
  const stream: unknown = createInflate();
  if (!hasInternals(stream)) return null;
  const { _handle: handle, _writeState: left } = stream;
  let failed = false;
  handle.onerror = () => {
    failed = true;
  };
  return (input, start, end, output, length) => {
    failed = false;
    handle.reset();
    // With room left and Z_FINISH, zlib calls everything but a proper end of the stream an error.
    handle.writeSync(Z_FINISH, input, start, end - start, output, 0, length + 1);
    return !failed && left[0] === 1;
  };
}

function hasInternals(stream: unknown): stream is InflateInternals {
  const { _handle, _writeState } = stream as Partial<InflateInternals>;
  return (
    _writeState instanceof Uint32Array &&
    typeof _handle?.reset === 'function' &&
    typeof _handle.writeSync === 'function'
  );
}

/** With what is documented: slower, and always there. */
export const inflateEachAnew: Inflate = (input, start, end, output, length) => {
  try {
    const content = inflateSync(input.subarray(start, end), { maxOutputLength: length + 1 });
    if (content.length !== length) return false;
    output.set(content);
    return true;
  } catch {
    return false;
  }
};

/** Whether an inflater unpacks what is whole, refuses what is not, and can go on after it. */
export function passesTrial(inflate: Inflate): boolean {
  try {
    const content = Buffer.from('to be unpacked, unpacked, and unpacked again');
    const whole = deflateSync(content);
    const broken = Buffer.from(whole);
    broken.writeUInt8((broken.at(-1) ?? 0) ^ 1, broken.length - 1);
    const output = Buffer.alloc(content.length + 1);
    const unpacks = () =>
      output.fill(0) === output &&
      inflate(whole, 0, whole.length, output, content.length) &&
      output.subarray(0, content.length).equals(content);
    return (
      unpacks() &&
      !inflate(broken, 0, broken.length, output, content.length) &&
      unpacks() &&
      !inflate(whole, 0, whole.length - 3, output, content.length) &&
      !inflate(whole, 0, whole.length, output, content.length - 1) &&
      unpacks()
    );
  } catch {
    return false;
  }
}
