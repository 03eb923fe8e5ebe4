/** How many columns of a statement are read. */
const MOST_COLUMNS = 60;

/** `INSERT INTO t (name, azure_key) VALUES ('x', VALUE`: the column that a value is put into; null outside of one. */
export function sqlColumn(before: string): string | null {
  const values = [...before.matchAll(/\bvalues\s{0,20}\(/gi)].at(-1);
  if (values === undefined) return null;
  const columns = /\(([\w\s,"`[\].]{1,800})\)\s{0,20}$/.exec(before.slice(0, values.index))?.[1];
  const index = fieldIndex(before.slice(values.index + values[0].length));
  if (columns === undefined || index === null) return null;
  return columns.split(',', MOST_COLUMNS)[index]?.replace(/["`[\]\s]/g, '') ?? null;
}

/** Of the value that a list of rows ends before: how many values of its own row come before it. */
function fieldIndex(rows: string): number | null {
  let index = 0;
  let depth = 1;
  let isQuoted = false;
  for (const character of rows) {
    if (character === "'") isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '(' && ++depth === 1) index = 0;
    else if (character === ')') depth--;
    else if (character === ';') return null;
    else if (character === ',' && depth === 1) index++;
  }
  return depth === 1 ? index : null;
}
