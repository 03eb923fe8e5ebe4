/** Headings of columns of keys, which do not say of what. */
const KEY_HEADING = /^(?:api[ _-]?)?key ?\d?$/i;
/** Headings of columns that hold values of any kind, and of those that say which. */
const VALUE_HEADING = /^(?:value|val|v|data|content)$/i;
const NAME_HEADING =
  /^(?:name|resource|service|key|k|variable|setting|parameter|property|option|field|title|env(?:ironment)?_?(?:var|variable)?)$/i;

/**
 * The name of a value that is a field of delimited text: the heading of its column, or of a column that holds values
 * of any kind the name in its row. Empty when it is no field, or the text no such table.
 */
export function columnName(firstLine: string, rowBefore: string, rowAfter: string): string {
  // What is decoded has its padding left behind it.
  if (!/(?:^|[,;\t|])[\s"'`]{0,40}$/.test(rowBefore) || !/^[\s"'`=]{0,40}(?:$|[,;\t|])/.test(rowAfter))
    return '';
  const heading = columnHeading(firstLine, rowBefore, rowAfter);
  if (heading === '') return '';
  const owner = fieldUnder(NAME_HEADING, firstLine, rowBefore, rowAfter);
  if (VALUE_HEADING.test(heading)) return owner;
  return KEY_HEADING.test(heading) && /^[\w .-]{1,40}$/.test(owner) ? `${owner} ${heading}` : heading;
}

/** What stands under the first heading of a kind in a row; empty without such a heading. */
function fieldUnder(kind: RegExp, firstLine: string, rowBefore: string, rowAfter: string): string {
  const delimiter = delimiterOf(rowBefore, rowAfter) ?? ',';
  const at = split(firstLine, delimiter).findIndex((each) => kind.test(each));
  return at < 0 ? '' : (split(rowBefore + rowAfter, delimiter)[at] ?? '');
}

/**
 * The heading of the column that a value stands in, for delimited text whose first line names the
 * columns; an empty string when it is not such a table.
 */
export function columnHeading(firstLine: string, rowBefore: string, rowAfter: string): string {
  const delimiter = delimiterOf(rowBefore, rowAfter);
  if (delimiter === undefined) return '';
  const headings = split(firstLine, delimiter);
  const index = split(rowBefore, delimiter).length - 1;
  const fields = split(rowBefore + rowAfter, delimiter).length;
  const isHeadingLine =
    headings.length >= 2 && headings.every((heading) => /^[\w .()#/-]{0,60}$/.test(heading));
  return isHeadingLine && headings.length === fields ? (headings[index] ?? '') : '';
}

function delimiterOf(rowBefore: string, rowAfter: string): string | undefined {
  return [',', ';', '\t', '|'].find(
    (candidate) => rowBefore.includes(candidate) || rowAfter.startsWith(candidate),
  );
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
