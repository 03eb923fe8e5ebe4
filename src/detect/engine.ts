import type { EvidenceRule, Pattern, RuleFile, Variant } from '../rules/rule-file.ts';
import { type Automaton, buildAutomaton } from './automaton.ts';
import type { RunAlphabet } from './bytes.ts';
import { hostPattern } from './context/hosts.ts';

/** Rules made ready to run: regexes compiled, marks in one automaton. Immutable, shared by all scans. */
export type Engine = {
  readonly patterns: readonly EnginePattern[];
  readonly automaton: Automaton;
  /** For each mark (the automaton's texts) the patterns that wait for it. */
  readonly patternsOfMark: readonly (readonly EnginePattern[])[];
  /** For each alphabet and run length the patterns that wait for it. */
  readonly patternsOfRun: Readonly<Record<RunAlphabet, ReadonlyMap<number, readonly EnginePattern[]>>>;
};

export type EnginePattern = {
  readonly rule: EngineRule;
  readonly pattern: Pattern;
  /** Position among all patterns: where two match the same bytes, the earlier wins. */
  readonly order: number;
  readonly regex: RegExp;
  readonly gate: RegExp | null;
  readonly reject: RegExp | null;
};

export type EngineRule = {
  readonly file: RuleFile;
  readonly variants: readonly EngineVariant[];
  /** What speaks against comes first: it decides most candidates. */
  readonly evidence: readonly EngineEvidence[];
  /** The most that all evidence for can add up to. */
  readonly mostWeight: number;
  readonly hosts: RegExp | null;
};

export type EngineVariant = {
  readonly variant: Variant;
  readonly secret: RegExp | null;
  readonly context: RegExp | null;
  readonly host: RegExp | null;
};
export type EngineEvidence = { readonly rule: EvidenceRule; readonly match: RegExp };

/** Makes an engine of rule files, in their order. Their regexes have been checked on loading. */
export function createEngine(files: readonly RuleFile[]): Engine {
  const patterns = files.flatMap((file) => {
    const rule = engineRule(file);
    return file.patterns.map((pattern) => ({ rule, pattern }));
  });
  const enginePatterns = patterns.map(
    ({ rule, pattern }, order): EnginePattern => ({
      rule,
      pattern,
      order,
      regex: new RegExp(pattern.regex, 'g'),
      gate: optional(pattern.gate, 'i'),
      reject: optional(pattern.reject, ''),
    }),
  );
  const marks = [...new Set(enginePatterns.flatMap(({ pattern }) => pattern.marks))];
  return {
    patterns: enginePatterns,
    automaton: buildAutomaton(marks),
    patternsOfMark: marks.map((mark) => enginePatterns.filter(({ pattern }) => pattern.marks.includes(mark))),
    patternsOfRun: { word: byLength(enginePatterns, 'word'), base64: byLength(enginePatterns, 'base64') },
  };
}

function engineRule(file: RuleFile): EngineRule {
  return {
    file,
    variants: file.variants.map((variant) => ({
      variant,
      secret: optional(variant.secret, ''),
      context: optional(variant.context, 'i'),
      host: optional(variant.host, 'i'),
    })),
    evidence: [...file.evidence]
      .sort((a, b) => Number(a.weight > 0) - Number(b.weight > 0))
      .map((rule) => ({ rule, match: new RegExp(rule.match, rule.view === 'secret' ? '' : 'i') })),
    mostWeight: mostWeight(file.evidence),
    hosts: hostPattern(file.hosts),
  };
}

/** Of each group the weightiest counts. */
function mostWeight(evidence: readonly EvidenceRule[]): number {
  const heaviest = new Map<string, number>();
  for (const { group, weight } of evidence) heaviest.set(group, Math.max(heaviest.get(group) ?? 0, weight));
  return [...heaviest.values()].reduce((sum, weight) => sum + weight, 0);
}

function optional(source: string | null, flags: string): RegExp | null {
  return source === null ? null : new RegExp(source, flags);
}

function byLength(patterns: readonly EnginePattern[], alphabet: RunAlphabet): Map<number, EnginePattern[]> {
  const lengths = new Map<number, EnginePattern[]>();
  for (const entry of patterns) {
    if (entry.pattern.run?.alphabet !== alphabet) continue;
    for (const length of entry.pattern.run.lengths) {
      lengths.set(length, [...(lengths.get(length) ?? []), entry]);
    }
  }
  return lengths;
}
