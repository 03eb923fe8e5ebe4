/** Between the source of a cell and its end. */
const SOURCE = /"source":\s{0,8}\[?([^\]]{0,1200})/;
/** What a cell that prints one value most likely printed: `os.getenv("NAME")`, `print(name)`, or `name` at its end. */
const PRINTED: readonly RegExp[] = [
  /(?:getenv|environ(?:\.get)?|GetEnvironmentVariable)[\s([\\"'`]{1,8}(\w{3,60})/g,
  /\bprint\(\s{0,2}([A-Za-z_][\w.]{2,60})\s{0,2}\)/g,
  /(?:^|[\s"])([A-Za-z_][\w.]{2,60})[\s"]{0,8}$/g,
];

/**
 * The name of a value that a notebook's cell printed and that nothing else names, as its own source tells it; empty
 * for anything else.
 * @param before what stands before the value in the notebook's JSON, escapes blanked, and `behind` behind it.
 */
export function printedName(before: string, behind: string): string {
  if (before.lastIndexOf('"outputs"') < before.lastIndexOf('"source"')) return '';
  const source = sourceOf(before, behind);
  if (source === null) return '';
  for (const pattern of PRINTED) {
    const last = [...source.matchAll(pattern)].at(-1);
    if (last?.[1] !== undefined) return last[1];
  }
  return '';
}

/** The source stands behind the outputs, as the format sorts its members, or before them; within the same cell. */
function sourceOf(before: string, behind: string): string | null {
  const cellEnd = behind.indexOf('"cell_type"');
  const later = SOURCE.exec(cellEnd < 0 ? behind : behind.slice(0, cellEnd));
  if (later?.[1] !== undefined) return later[1];
  const cell = before.slice(before.lastIndexOf('"cell_type"'));
  return SOURCE.exec(cell)?.[1] ?? null;
}
