import * as v from 'valibot';

/** Tables of documents: what valibot's objects let through, such as a list in the place of a table, is refused. */

/** Neither a list nor a date of TOML. What parsers make has the prototype of objects, or none. */
const anyTable = v.custom<Record<string, unknown>>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}, 'must be a table');

/** A table with these entries, and no others. */
export function table<const Entries extends v.ObjectEntries>(entries: Entries) {
  const names = Object.keys(entries).join(', ');
  const strict = v.strictObject(entries, ({ expected }) =>
    expected === 'never' ? `is not known here, where there are ${names}` : 'is missing',
  );
  return v.pipe(anyTable, strict);
}

/** Names that objects have a meaning for: valibot passes over them, and nobody needs them. */
const RESERVED_NAMES = ['__proto__', 'constructor', 'prototype'] as const;

/** A table whose entries the user names. */
export function namedTable<
  Name extends v.GenericSchema<string, string>,
  Value extends v.GenericSchema<unknown, unknown>,
>(name: Name, value: Value) {
  const isFree = (each: string) => !RESERVED_NAMES.some((reserved) => reserved === each);
  return v.pipe(
    anyTable,
    v.check(
      (entries) => Object.keys(entries).every(isFree),
      `must not use the names ${RESERVED_NAMES.join(', ')}`,
    ),
    v.record(name, value),
  );
}
