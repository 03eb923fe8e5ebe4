/** The end of an error line: what was probably meant, or nothing. */
export function suggestionFor(input: string, candidates: readonly string[]): string {
  const nearest = nearestTo(input, candidates);
  return nearest === null ? '' : `; did you mean "${nearest}"?`;
}

/** The candidate that is a typing mistake or a beginning away from the input; null when none is. */
export function nearestTo(input: string, candidates: readonly string[]): string | null {
  const typed = input.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(plain(typed).length / 3)) + 0.5;
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const isBeginning = plain(typed).length >= 3 && plain(name).startsWith(plain(typed));
    const distance = isBeginning ? 0.5 : editDistance(typed, name);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function plain(name: string): string {
  return name.replace(/^-+/, '');
}

/** Insertions, deletions, replacements and swaps of neighbours between two texts (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let distance = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** `a`, `a or b`, `a, b or c`. */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
