/**
 * What a value stands within: the labels of the brackets around it, of the indented blocks above it
 * and of its configuration section, innermost first.
 */
export function enclosingLabels(before: string): string[] {
  return [...bracketLabels(before), ...indentLabels(before), ...sectionLabels(before)].slice(0, MOST_LABELS);
}

const MOST_LABELS = 8;
const MOST_BRACKETS = 4;
const LABEL_LENGTH = 60;

function bracketLabels(before: string): string[] {
  const labels: string[] = [];
  let depth = 0;
  for (let i = before.length - 1; i >= 0 && labels.length < MOST_BRACKETS; i--) {
    const code = before.charCodeAt(i);
    if (code < 0x28) continue;
    if (code === 0x7d || code === 0x29 || code === 0x5d) depth++;
    else if (code === 0x7b || code === 0x28 || code === 0x5b) {
      if (depth > 0) depth--;
      else labels.push(labelBefore(before, i));
    }
  }
  return labels.filter((label) => label !== '');
}

/** The text of the line up to an opening bracket: `"CognitiveServices":`, `new AzureOpenAI`. */
function labelBefore(before: string, bracket: number): string {
  const text = before.slice(Math.max(0, bracket - LABEL_LENGTH), bracket).trimEnd();
  return text.slice(text.lastIndexOf('\n') + 1).trim();
}

/** The keys of the YAML blocks that the last line is indented under. */
export function indentLabels(before: string): string[] {
  const lines = before.split('\n');
  const labels: string[] = [];
  let indent = indentOf(lines.pop() ?? '');
  while (lines.length > 0 && indent > 0 && labels.length < MOST_BRACKETS) {
    const line = lines.pop() ?? '';
    const lineIndent = indentOf(line);
    if (lineIndent === line.length || lineIndent >= indent) continue;
    indent = lineIndent;
    const key = blockKey(line.slice(lineIndent));
    if (key !== null) labels.push(key);
  }
  return labels;
}

/** The key of a line that begins a block of YAML: `key:`, `- "key": |`. */
function blockKey(line: string): string | null {
  if (line.length > LONGEST_BLOCK_LINE) return null;
  const colon = line.lastIndexOf(':');
  if (!/^(?:[|>].?)?$/.test(line.slice(colon + 1).trim())) return null;
  const key = line
    .slice(0, colon)
    .replace(/^[\s-]+/, '')
    .trimEnd();
  return /^["']?([\w.\-/ ]{1,60})["']?$/.exec(key)?.[1] ?? null;
}

const LONGEST_BLOCK_LINE = 200;

/** `[section]` of INI and TOML files. */
function sectionLabels(before: string): string[] {
  const last = [...before.matchAll(/(?:^|\n)\s{0,8}\[{1,2}([\w.:\- "']{1,60})\]{1,2}\s*(?=\n)/g)].at(-1);
  return last?.[1] ? [last[1]] : [];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
