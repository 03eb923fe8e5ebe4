/**
 * Tells made-up values (documentation samples, masks, sequences) from random ones. Each test was
 * chosen so that a random key fails it by accident less than once in 100,000.
 */

/** Words of five letters or more: shorter ones turn up in random text too often. */
const WORDS =
  /example|sample|placeholder|dummy|redacted|change_?me|replace|insert|your[-_]|my[-_]?key|secret|fake[-_]?key|test[-_]?key|api[-_]?key|xxxxx/i;
const LONGEST_REPEAT = 7;
const LONGEST_SEQUENCE = 7;
const LONGEST_INTERLEAVED_SEQUENCE = 5;

/** What makes a value a placeholder, in words; null when it looks random. */
export function placeholderReason(value: string, minimumDistinct: number): string | null {
  const distinct = new Set(value).size;
  if (distinct < minimumDistinct) return `only ${distinct} different characters`;
  const word = WORDS.exec(value);
  if (word) return `holds the word "${word[0].toLowerCase()}"`;
  if (longestStretch(value, 1, (step) => step === 0) > LONGEST_REPEAT) return 'one character repeated';
  if (isWords(value)) return 'words';
  if (isSequence(value)) return 'a sequence of characters';
  const period = repeatedBlock(value);
  if (period !== null) return `a block of ${period} characters repeated`;
  return null;
}

/** `this-is-not-a-real-key`: most of it is in lower-case words with something between them. */
function isWords(value: string): boolean {
  const words = value.split(/[-_]/).filter((part) => /^[a-z]{2,12}$/.test(part));
  return words.length >= 4 && words.join('').length > value.length / 2;
}

/** `12345678`, `hgfedcba`, and two sequences in turn such as `a1b2c3d4e5f6`. */
function isSequence(value: string): boolean {
  const up = (step: number) => step === 1;
  const down = (step: number) => step === -1;
  if (longestStretch(value, 1, up) > LONGEST_SEQUENCE || longestStretch(value, 1, down) > LONGEST_SEQUENCE) {
    return true;
  }
  const even = [...value].filter((_, index) => index % 2 === 0).join('');
  const odd = [...value].filter((_, index) => index % 2 === 1).join('');
  return [even, odd].every((half) => longestStretch(half, 1, up) > LONGEST_INTERLEAVED_SEQUENCE);
}

/** The length of the longest stretch in which each character and the one `distance` on differ as asked. */
function longestStretch(value: string, distance: number, accepts: (step: number) => boolean): number {
  let longest = 0;
  let current = 1;
  for (let i = distance; i < value.length; i++) {
    current = accepts(value.charCodeAt(i) - value.charCodeAt(i - distance)) ? current + 1 : 1;
    longest = Math.max(longest, current);
  }
  return longest;
}

/** The length of the block that, repeated three times or more (or twice when long), makes up the value. */
function repeatedBlock(value: string): number | null {
  for (let period = 2; period <= value.length / 2; period++) {
    const matching = longestStretch(value, period, (step) => step === 0) - 1;
    if (matching >= Math.max(2 * period, 12) || matching >= value.length - period) return period;
  }
  return null;
}
