/**
 * The heading of the column that a value stands in, for delimited text whose first line names the
 * columns; an empty string when it is not such a table.
 */
export function columnHeading(firstLine: string, rowBefore: string, rowAfter: string): string {
  const delimiter = [',', ';', '\t', '|'].find(
    (candidate) => rowBefore.includes(candidate) || rowAfter.startsWith(candidate),
  );
  if (delimiter === undefined) return '';
  const headings = split(firstLine, delimiter);
  const index = split(rowBefore, delimiter).length - 1;
  const fields = split(rowBefore + rowAfter, delimiter).length;
  const isHeadingLine =
    headings.length >= 2 && headings.every((heading) => /^[\w .()#/-]{0,60}$/.test(heading));
  return isHeadingLine && headings.length === fields ? (headings[index] ?? '') : '';
}

/** Fields of a line; a delimiter inside double quotes separates nothing. */
function split(line: string, delimiter: string): string[] {
  const fields = [''];
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) fields.push('');
    else fields[fields.length - 1] += character;
  }
  return fields.map((field) => field.trim().replace(/^'|'$/g, ''));
}
