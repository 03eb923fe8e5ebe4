import type { RunAlphabet } from './bytes.ts';
import { paddedEnd } from './classify.ts';
import { Context } from './context/context.ts';
import type { HostMention } from './context/hosts.ts';
import { dismissalByGate, dismissalsByItself, type Match } from './dismissals.ts';
import type { EnginePattern, EngineRule, EngineVariant } from './engine.ts';
import type { ChecksumResult, Confidence, Evidence, Finding, SecretText } from './finding.ts';
import type { ConsideredEvidence, Observe } from './judgement.ts';
import { confidenceOf, endpointOf, scoreOf, weighEvidence } from './score.ts';
import { latin1, type TextWindow, textWindow } from './text-window.ts';

/** How far around a mark a match may reach, in bytes. The longest key known has 167 characters. */
const MATCH_REACH = 256;

/** The content that a candidate stands in. */
export type Subject = {
  readonly bytes: Uint8Array;
  readonly path: string;
  /** Mentions of a rule's hosts anywhere in the content, found once. */
  readonly fileHosts: (rule: EngineRule) => HostMention[];
  /** Called when a pattern matches what is not made up, whatever its surroundings make of it. */
  readonly onMatch: () => void;
};

/** A pattern whose judgements somebody may watch: see `observe.ts`. */
export type ObservedPattern = EnginePattern & { readonly observe?: Observe };

/**
 * Judges a candidate: the rule's regex on the run itself or on the bytes around a mark, masks and
 * placeholders, entropy, checksum, then the evidence in its surroundings.
 * @returns the findings that hold the candidate's bytes; nearly always none or one.
 */
export function judge(subject: Subject, candidate: ObservedPattern, start: number, end: number): Finding[] {
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
  candidate: ObservedPattern,
  secret: string,
  start: number,
): Finding | null {
  const { rule, pattern, observe } = candidate;
  const isWatched = observe !== undefined;
  const { result: checksum, seed } = candidate.checksum?.verify(secret) ?? { result: 'none', seed: null };
  const end = start + secret.length;
  const match: Match = { bytes: subject.bytes, candidate, secret, start, end };
  const { dismissals, overruled } = dismissalsByItself(match, checksum, isWatched);
  if (dismissals.length === 0) subject.onMatch();
  else if (!isWatched) return null;
  const gate = dismissalByGate(match, subject.path);
  if (gate !== null && !isWatched) return null;

  const context = new Context(subject.bytes, start, end, subject.path, rule.hosts, () =>
    subject.fileHosts(rule),
  );
  const own = [
    { kind: 'format', weight: pattern.weight, detail: pattern.says },
    ...checksumEvidence(checksum),
  ];
  const base = checksum === 'valid' ? Number.POSITIVE_INFINITY : scoreOf(own);
  const considered: ConsideredEvidence[] | null = isWatched ? [] : null;
  const surrounding = weighEvidence(rule, context, secret, base, considered);
  if (surrounding === null) return null;
  const evidence = [...own, ...surrounding];
  const confidence = checksum === 'valid' ? 'proven' : confidenceOf(scoreOf(evidence), rule.file.thresholds);
  const chosen = chooseVariant(rule, secret, seed, context);
  const isFinding = confidence !== null && chosen !== null && dismissals.length === 0 && gate === null;
  const finding = isFinding ? makeFinding(match, checksum, confidence, chosen, context, evidence) : null;
  observe?.(
    {
      pattern: candidate,
      secret: secret as SecretText,
      start,
      end,
      checksum,
      dismissals: gate === null ? dismissals : [...dismissals, gate],
      overruled,
      own,
      considered: considered ?? [],
      sum: scoreOf(evidence),
      confidence,
      variant: chosen?.variant ?? null,
      finding,
    },
    subject.bytes,
  );
  return finding;
}

function makeFinding(
  { candidate, secret, start, end }: Match,
  checksum: ChecksumResult,
  confidence: Confidence,
  { variant, host }: EngineVariant,
  context: Context,
  evidence: readonly Evidence[],
): Finding {
  const { file } = candidate.rule;
  return {
    family: file.family,
    rule: variant.id,
    title: variant.title,
    service: variant.service,
    severity: variant.severity ?? file.severity,
    confidence,
    checksum,
    issued: candidate.checksum?.issued?.(secret) ?? null,
    endpoint: endpointOf(context, start, host)?.host ?? null,
    secret: secret as SecretText,
    start,
    end,
    evidence,
    decodedFrom: [],
  };
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
