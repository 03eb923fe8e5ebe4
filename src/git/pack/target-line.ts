const NEWLINE = 0x0a;
/** Characters of a SHA-256 id, and the newline. */
const LONGEST_VALUE = 65;

/** What a commit's first line names as its tree, or a tag's as what it stands for: its id in hex; null: nothing. */
export function targetOf(content: Buffer, type: 'commit' | 'tag'): string | null {
  const keyword = type === 'commit' ? 'tree ' : 'object ';
  const end = content.subarray(0, keyword.length + LONGEST_VALUE).indexOf(NEWLINE);
  const line = content.toString('latin1', 0, Math.max(0, end));
  const hex = line.slice(keyword.length);
  return line.startsWith(keyword) && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(hex) ? hex : null;
}
