/** One thing to fuzz. It throws when something is wrong, and only then: what input deserves is caught. */
export type FuzzTarget = {
  /** Takes any bytes; a promise that is rejected counts as an error too. */
  readonly fuzz: (data: Buffer) => void | Promise<void>;
  /** Inputs to start from, made at run time: no file of this project holds a key. */
  readonly seeds: () => Buffer[];
};

/** Throws unless something holds that has to. */
export function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`does not hold: ${what}`);
}

/** Throws unless two values are the same, as JSON. */
export function demandSame(actual: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one} is not ${other}`);
}
