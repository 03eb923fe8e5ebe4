/**
 * Reads a value of unknown shape, or throws. The page carries these few lines and not a library for it, as
 * every report would carry the library, and its licence, with it.
 * @throws ShapeError that names `place` when the value has another shape.
 */
export type Reader<Value> = (value: unknown, place: string) => Value;

/** What is wrong with a value, in words that begin with where it stands. */
export class ShapeError extends Error {}

export const text: Reader<string> = (value, place) => {
  if (typeof value === 'string') return value;
  throw new ShapeError(`${place} is no text`);
};

export const number: Reader<number> = (value, place) => {
  if (typeof value === 'number') return value;
  throw new ShapeError(`${place} is no number`);
};

export const flag: Reader<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value;
  throw new ShapeError(`${place} is neither true nor false`);
};

export function oneOf<const Value>(values: readonly Value[]): Reader<Value> {
  return (value, place) => {
    const found = values.find((each) => each === value);
    if (found !== undefined) return found;
    throw new ShapeError(`${place} is none of ${values.join(', ')}`);
  };
}

/** A missing value is null as well: an older version may not have written it. */
export function nullable<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (value, place) => (value === null || value === undefined ? null : reader(value, place));
}

/** A value that older versions did not write, and what stands for it then. */
export function orElse<Value>(reader: Reader<Value>, otherwise: Value): Reader<Value> {
  return (value, place) => (value === undefined ? otherwise : reader(value, place));
}

export function optional<Value>(reader: Reader<Value>): Reader<Value | undefined> {
  return (value, place) => (value === undefined ? undefined : reader(value, place));
}

export function list<Value>(reader: Reader<Value>): Reader<Value[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw new ShapeError(`${place} is no list`);
    return value.map((each, index) => reader(each, `${place}[${index}]`));
  };
}

export function object<Members extends Record<string, unknown>>(
  readers: {
    readonly [Name in keyof Members]: Reader<Members[Name]>;
  },
): Reader<Members> {
  return (value, place) => {
    if (typeof value !== 'object' || value === null) throw new ShapeError(`${place} is no object`);
    const members = value as Readonly<Record<string, unknown>>;
    const read: Partial<Members> = {};
    for (const name in readers) {
      // Only what stands in the file itself: not what every object inherits.
      const member = readers[name](
        Object.hasOwn(members, name) ? members[name] : undefined,
        `${place}.${name}`,
      );
      if (member !== undefined) read[name] = member;
    }
    return read as Members;
  };
}
