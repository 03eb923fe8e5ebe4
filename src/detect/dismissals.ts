import { lazyCrypto } from '../builtin-modules.ts';
import { fileName } from './context/file-name.ts';
import type { EnginePattern } from './engine.ts';
import { shannonEntropy } from './entropy.ts';
import type { ChecksumResult } from './finding.ts';
import type { Dismissal } from './judgement.ts';
import type { Matcher } from './matcher.ts';
import { placeholderReason } from './placeholder.ts';
import { textWindow, visible } from './text-window.ts';

const GATE_BEFORE = 400;
const GATE_BEHIND = 200;

/** A text that a pattern's regex matches, and where it stands. */
export type Match = {
  readonly bytes: Uint8Array;
  readonly candidate: EnginePattern;
  readonly secret: string;
  readonly start: number;
  readonly end: number;
};

/**
 * Why a match is no credential whatever stands around it.
 * @param isComplete false: the first reason only.
 * @returns `overruled`: what would be such a reason, if the checksum did not hold; only when it is to be complete.
 */
export function dismissalsByItself(
  match: Match,
  checksum: ChecksumResult,
  isComplete: boolean,
): { readonly dismissals: Dismissal[]; readonly overruled: readonly Dismissal[] } {
  if (checksum !== 'valid') {
    return { dismissals: firstOrAll(match, ALL_CHECKS, isComplete), overruled: [] };
  }
  const overruled = isComplete ? firstOrAll(match, MADE_UP_CHECKS, true) : [];
  return { dismissals: firstOrAll(match, PUBLIC_CHECKS, isComplete), overruled };
}

/**
 * Whether nothing near by speaks of such a key, where its pattern asks for that.
 * @param path names a value that is all of its file.
 */
export function dismissalByGate(
  { bytes, candidate: { gate }, start, end }: Match,
  path: string,
): Dismissal | null {
  if (gate === null || isNear(bytes, gate, start, end) || gate.test(fileName(path, bytes, start, end)))
    return null;
  return { kind: 'gate', detail: 'has no word near by that speaks of such a key' };
}

function isNear(bytes: Uint8Array, gate: Matcher, start: number, end: number): boolean {
  const before = visible(textWindow(bytes, start - GATE_BEFORE, start).text);
  return gate.test(before) || gate.test(visible(textWindow(bytes, end, end + GATE_BEHIND).text));
}

/** Looks for one reason to dismiss a match. */
type Check = (match: Match) => Dismissal | null;

function firstOrAll(match: Match, checks: readonly Check[], isComplete: boolean): Dismissal[] {
  const found: Dismissal[] = [];
  for (const check of checks) {
    const dismissal = check(match);
    if (dismissal === null) continue;
    found.push(dismissal);
    if (!isComplete) break;
  }
  return found;
}

/** Whether it is masked, a documentation sample, or too regular to have been issued. */
const MADE_UP_CHECKS: readonly Check[] = [
  ({ candidate: { reject }, secret }) =>
    reject?.test(secret) === true
      ? { kind: 'reject', detail: 'has a form that its rule knows to be masked or made up' }
      : null,
  ({ candidate: { pattern }, secret }) => {
    const reason = placeholderReason(randomPart(pattern, secret), pattern.minimumDistinct);
    return reason === null ? null : { kind: 'placeholder', detail: `looks made up: ${reason}` };
  },
  ({ candidate: { pattern }, secret }) => {
    const entropy = shannonEntropy(randomPart(pattern, secret));
    if (entropy >= pattern.minimumEntropy) return null;
    const detail = `has ${entropy.toFixed(2)} bits of entropy a character, and random ones have ${pattern.minimumEntropy} or more`;
    return { kind: 'entropy', detail };
  },
];

function randomPart({ random }: EnginePattern['pattern'], secret: string): string {
  return secret.slice(random[0], random[1] ?? undefined);
}

/** Whether it is a key or mark that its vendor published, such as the key of an emulator: it opens nothing. */
const knownPublic: Check = ({ candidate: { rule }, secret }) =>
  rule.knownPublic.size > 0 &&
  rule.knownPublic.has(lazyCrypto().createHash('sha256').update(secret).digest('hex'))
    ? {
        kind: 'known-public',
        detail: 'is a value that its vendor has published, such as the key of an emulator',
      }
    : null;

const PUBLIC_CHECKS: readonly Check[] = [knownPublic];
const ALL_CHECKS: readonly Check[] = [...MADE_UP_CHECKS, knownPublic];
