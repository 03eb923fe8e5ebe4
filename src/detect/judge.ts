import { CHECKSUM_SCHEMES, type ChecksumScheme } from './checksums/index.ts';
import { Context } from './context/context.ts';
import type { HostMention } from './context/hosts.ts';
import type { EnginePattern, EngineRule, EngineVariant } from './engine.ts';
import { shannonEntropy } from './entropy.ts';
import type { ChecksumResult, Evidence, Finding, SecretText } from './finding.ts';
import { placeholderReason } from './placeholder.ts';
import { confidenceOf, endpointOf, scoreOf, weighEvidence } from './score.ts';
import { latin1, textWindow } from './text-window.ts';

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
};

/**
 * Judges a candidate: the rule's regex on the run itself or on the bytes around a mark, masks and placeholders, entropy, checksum,
 * then the evidence in its surroundings.
 * @returns the findings that hold the candidate's bytes; nearly always none or one.
 */
export function judge(subject: Subject, candidate: EnginePattern, start: number, end: number): Finding[] {
  const findings: Finding[] = [];
  const window =
    candidate.pattern.run === null
      ? textWindow(subject.bytes, start - MATCH_REACH, end + MATCH_REACH)
      : { text: latin1(subject.bytes, start, end), base: start };
  for (const match of window.text.matchAll(candidate.regex)) {
    const matchStart = window.base + match.index;
    const matchEnd = matchStart + match[0].length;
    if (matchStart >= end || matchEnd <= start) continue;
    const finding = judgeMatch(subject, candidate, match[0], matchStart);
    if (finding) findings.push(finding);
  }
  return findings;
}

function judgeMatch(
  subject: Subject,
  candidate: EnginePattern,
  secret: string,
  start: number,
): Finding | null {
  const { rule, pattern } = candidate;
  if (candidate.gate && !isNear(subject.bytes, candidate.gate, start, start + secret.length)) return null;
  const scheme: ChecksumScheme | null = pattern.checksum === null ? null : CHECKSUM_SCHEMES[pattern.checksum];
  const checksum = scheme?.verify(secret) ?? 'none';
  if (checksum !== 'valid' && isMadeUp(candidate, secret)) return null;

  const end = start + secret.length;
  const context = new Context(subject.bytes, start, end, subject.path, rule.hosts, () =>
    subject.fileHosts(rule),
  );
  const own = [
    { kind: 'format', weight: pattern.weight, detail: pattern.says },
    ...checksumEvidence(checksum),
  ];
  const surrounding = weighEvidence(rule, context, secret, scoreOf(own));
  if (surrounding === null) return null;
  const evidence = [...own, ...surrounding];
  const confidence = checksum === 'valid' ? 'proven' : confidenceOf(scoreOf(evidence), rule.file.thresholds);
  const chosen = chooseVariant(rule, secret, context);
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
    issued: scheme?.issued?.(secret) ?? null,
    endpoint: endpointOf(context, start, chosen.host)?.host ?? null,
    secret: secret as SecretText,
    start,
    end,
    evidence,
    decodedFrom: [],
  };
}

function isNear(bytes: Uint8Array, gate: RegExp, start: number, end: number): boolean {
  const before = textWindow(bytes, start - GATE_BEFORE, start).text;
  return gate.test(before) || gate.test(textWindow(bytes, end, end + GATE_BEHIND).text);
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

function chooseVariant(rule: EngineRule, secret: string, context: Context): EngineVariant | null {
  const hosts = context.hosts.near.map((mention) => mention.host).join('\n');
  const surroundings = `${context.name}\n${context.call}\n${context.section}\n${hosts}`;
  return (
    rule.variants.find(
      (each) => (each.secret?.test(secret) ?? true) && (each.context?.test(surroundings) ?? true),
    ) ?? null
  );
}
