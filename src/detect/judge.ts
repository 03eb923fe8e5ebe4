import { createHash } from 'node:crypto';
import type { RunAlphabet } from './bytes.ts';
import { paddedEnd } from './classify.ts';
import { Context } from './context/context.ts';
import type { HostMention } from './context/hosts.ts';
import type { EnginePattern, EngineRule, EngineVariant } from './engine.ts';
import { shannonEntropy } from './entropy.ts';
import type { ChecksumResult, Evidence, Finding, SecretText } from './finding.ts';
import type { Matcher } from './matcher.ts';
import { placeholderReason } from './placeholder.ts';
import { confidenceOf, endpointOf, scoreOf, weighEvidence } from './score.ts';
import { latin1, type TextWindow, textWindow, visible } from './text-window.ts';

/** How far around a mark a match may reach, in bytes. The longest key known has 167 characters. */
const MATCH_REACH = 256;
const GATE_BEFORE = 400;
const GATE_BEHIND = 200;

/** The content that a candidate stands in. */
export type Subject = {
  readonly bytes: Uint8Array;
  readonly path: string;
  /** Mentions of a rule's hosts anywhere in the content, found once. */
  readonly fileHosts: (rule: EngineRule) => HostMention[];
  /** Called when a pattern matches what is not made up, whatever its surroundings make of it. */
  readonly onMatch: () => void;
};

/**
 * Judges a candidate: the rule's regex on the run itself or on the bytes around a mark, masks and
 * placeholders, entropy, checksum, then the evidence in its surroundings.
 * @returns the findings that hold the candidate's bytes; nearly always none or one.
 */
export function judge(subject: Subject, candidate: EnginePattern, start: number, end: number): Finding[] {
  const findings: Finding[] = [];
  const window =
    candidate.pattern.run === null
      ? textWindow(subject.bytes, start - MATCH_REACH, end + MATCH_REACH)
      : runWindow(subject.bytes, candidate.pattern.run.alphabet, start, end);
  for (const match of candidate.regex[Symbol.matchAll](window.text)) {
    const matchStart = window.base + match.index;
    const matchEnd = matchStart + match[0].length;
    if (matchStart >= end || matchEnd <= start) continue;
    const finding = judgeMatch(subject, candidate, match[0], matchStart);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** A run as it is written; the padding of base64 belongs to it. */
function runWindow(bytes: Uint8Array, alphabet: RunAlphabet, start: number, end: number): TextWindow {
  return { text: latin1(bytes, start, alphabet === 'base64' ? paddedEnd(bytes, end) : end), base: start };
}

/** Whether a pattern's regex matches a run: what `judge` asks first. */
export function matchesRun(
  bytes: Uint8Array,
  { pattern, regex }: EnginePattern,
  start: number,
  end: number,
): boolean {
  const text = runWindow(bytes, pattern.run?.alphabet ?? 'word', start, end).text;
  for (const _ of regex[Symbol.matchAll](text)) return true;
  return false;
}

function judgeMatch(
  subject: Subject,
  candidate: EnginePattern,
  secret: string,
  start: number,
): Finding | null {
  const { rule, pattern } = candidate;
  const { result: checksum, seed } = candidate.checksum?.verify(secret) ?? { result: 'none', seed: null };
  if (checksum !== 'valid' && isMadeUp(candidate, secret)) return null;
  if (isKnownPublic(rule, secret)) return null;
  subject.onMatch();
  if (candidate.gate && !isNear(subject.bytes, candidate.gate, start, start + secret.length)) return null;

  const end = start + secret.length;
  const context = new Context(subject.bytes, start, end, subject.path, rule.hosts, () =>
    subject.fileHosts(rule),
  );
  const own = [
    { kind: 'format', weight: pattern.weight, detail: pattern.says },
    ...checksumEvidence(checksum),
  ];
  const base = checksum === 'valid' ? Number.POSITIVE_INFINITY : scoreOf(own);
  const surrounding = weighEvidence(rule, context, secret, base);
  if (surrounding === null) return null;
  const evidence = [...own, ...surrounding];
  const confidence = checksum === 'valid' ? 'proven' : confidenceOf(scoreOf(evidence), rule.file.thresholds);
  const chosen = chooseVariant(rule, secret, seed, context);
  if (confidence === null || chosen === null) return null;
  const { variant } = chosen;
  return {
    family: rule.file.family,
    rule: variant.id,
    title: variant.title,
    service: variant.service,
    severity: variant.severity ?? rule.file.severity,
    confidence,
    checksum,
    issued: candidate.checksum?.issued?.(secret) ?? null,
    endpoint: endpointOf(context, start, chosen.host)?.host ?? null,
    secret: secret as SecretText,
    start,
    end,
    evidence,
    decodedFrom: [],
  };
}

function isNear(bytes: Uint8Array, gate: Matcher, start: number, end: number): boolean {
  const before = visible(textWindow(bytes, start - GATE_BEFORE, start).text);
  return gate.test(before) || gate.test(visible(textWindow(bytes, end, end + GATE_BEHIND).text));
}

/** Whether a secret is masked, a documentation sample, or too regular to have been issued. */
function isMadeUp({ pattern, reject }: EnginePattern, secret: string): boolean {
  const random = secret.slice(pattern.random[0], pattern.random[1] ?? undefined);
  return (
    reject?.test(secret) === true ||
    placeholderReason(random, pattern.minimumDistinct) !== null ||
    shannonEntropy(random) < pattern.minimumEntropy
  );
}

/** Keys of emulators and of documentation that their vendor published: they open nothing. */
function isKnownPublic({ knownPublic }: EngineRule, secret: string): boolean {
  return knownPublic.size > 0 && knownPublic.has(createHash('sha256').update(secret).digest('hex'));
}

function checksumEvidence(checksum: ChecksumResult): Evidence[] {
  if (checksum === 'valid') {
    return [
      {
        kind: 'checksum',
        weight: 10,
        detail: 'the checksum inside the key is right: it was issued, not made up',
      },
    ];
  }
  if (checksum === 'mismatch') {
    return [
      {
        kind: 'checksum',
        weight: 0,
        detail: 'the checksum inside the key does not hold in a form that is public',
      },
    ];
  }
  return [];
}

/**
 * Which rule of its family a secret falls under. What tells its service is asked from the most to the least telling:
 * its name and the call it is given to, then hosts on its line, what it stands within, and hosts near by.
 */
function chooseVariant(
  rule: EngineRule,
  secret: string,
  seed: string | null,
  context: Context,
): EngineVariant | null {
  const possible = rule.variants.filter(
    ({ variant, secret: form }) =>
      (variant.seed === null || variant.seed === seed) && (form?.test(secret) ?? true),
  );
  const fallback = possible.findIndex((variant) => variant.context === null);
  const special = fallback < 0 ? possible : possible.slice(0, fallback);
  if (special.length > 0) {
    const { line, near } = context.hosts;
    for (const telling of [
      `${context.name}\n${context.call}`,
      hostsOf(line),
      context.section,
      hostsOf(near),
    ]) {
      const told = special.find((variant) => variant.context?.test(telling) === true);
      if (told !== undefined) return told;
    }
  }
  return possible[fallback] ?? null;
}

function hostsOf(mentions: readonly HostMention[]): string {
  return mentions.map(({ host }) => host).join('\n');
}
