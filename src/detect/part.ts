import { endOfLineBefore } from '../decode/base64.ts';
import { CREDENTIAL_BYTES } from './bytes.ts';

/** Longer runs, or more of wrapped base64, are not walked through to find where they begin or end, in bytes. */
const LONGEST_WALK = 64 * 1024;

/**
 * The part of a content that reaches at least from `start` to `end` and cuts through no run of credential characters,
 * nor through base64 that is wrapped over lines.
 * @returns null when it would be much longer.
 */
export function partAround(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  let from = Math.max(0, Math.min(start, bytes.length));
  const least = from - LONGEST_WALK;
  do {
    while (from > 0 && from > least && isRunByte(bytes, from - 1)) from--;
    const lineBefore = endOfLineBefore(bytes, from);
    if (lineBefore < 0) break;
    from = lineBefore;
  } while (from > least);
  let to = Math.min(bytes.length, Math.max(0, end));
  const most = to + LONGEST_WALK;
  while (to < bytes.length && to < most && isRunByte(bytes, to)) to++;
  return from > least && to < most ? { start: from, end: to } : null;
}

function isRunByte(bytes: Uint8Array, at: number): boolean {
  return CREDENTIAL_BYTES[bytes[at] as number] === 1;
}
