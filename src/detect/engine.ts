import { type EncodedForm, encodedForms } from '../decode/base64.ts';
import { type ByteSet, byteSet } from '../decode/byte-set.ts';
import type { DetectionRule, DetectionVariant, EvidenceRule, Pattern } from '../rules/rule-file.ts';
import type { RunAlphabet } from './bytes.ts';
import { type ChecksumScheme, checksumScheme } from './checksums/index.ts';
import { hostPattern } from './context/hosts.ts';
import { buildMarkTable, type MarkTable } from './mark-table.ts';
import { compileNative, type Matcher, type RegexCompiler } from './matcher.ts';

/** Rules made ready to run: regexes compiled, marks in one table. Immutable, shared by all scans. */
export type Engine = {
  readonly patterns: readonly EnginePattern[];
  readonly markTable: MarkTable;
  /** For each mark the patterns that wait for it. */
  readonly patternsOfMark: readonly (readonly EnginePattern[])[];
  /** The marks in base64, which in the table stand behind those of patterns. */
  readonly encodedMarks: readonly EncodedForm[];
  /** For each alphabet and run length the patterns that wait for it. */
  readonly patternsOfRun: Readonly<Record<RunAlphabet, ReadonlyMap<number, readonly EnginePattern[]>>>;
};

export type EnginePattern = {
  readonly rule: EngineRule;
  readonly pattern: Pattern;
  /** Position among all patterns: where two match the same bytes, the earlier wins. */
  readonly order: number;
  readonly regex: Matcher;
  readonly gate: Matcher | null;
  readonly reject: Matcher | null;
  readonly checksum: ChecksumScheme | null;
  /** The bytes that may stand before a run, if any does; null: any. */
  readonly follows: ByteSet | null;
  /** The bytes that may stand behind a run and its padding; null: any. */
  readonly precedes: ByteSet | null;
};

export type EngineRule = {
  readonly file: DetectionRule;
  readonly variants: readonly EngineVariant[];
  /** What speaks against comes first: it decides most candidates. */
  readonly evidence: readonly EngineEvidence[];
  /** The most that all evidence for can add up to. */
  readonly mostWeight: number;
  readonly hosts: RegExp | null;
  /** SHA-256 in hex of secrets that the vendor itself has published. */
  readonly knownPublic: ReadonlySet<string>;
};

export type EngineVariant = {
  readonly variant: DetectionVariant;
  readonly secret: Matcher | null;
  readonly context: Matcher | null;
  readonly host: Matcher | null;
};
export type EngineEvidence = { readonly rule: EvidenceRule; readonly match: Matcher };

/**
 * Makes an engine of rule files, in their order. Their regexes have been checked on loading.
 * @param compileOwn for the regexes of users, which must not be able to hang a scan: see `own-compiler.ts`.
 */
export function createEngine(files: readonly DetectionRule[], compileOwn?: RegexCompiler): Engine {
  const patterns = files.flatMap((file) => {
    const compile = compilerFor(file, compileOwn);
    const rule = engineRule(file, compile);
    return file.patterns.map((pattern) => ({ rule, pattern, compile }));
  });
  const enginePatterns = patterns.map(
    ({ rule, pattern, compile }, order): EnginePattern => ({
      rule,
      pattern,
      order,
      regex: compile(pattern.regex, 'g'),
      gate: optional(compile, pattern.gate, 'i'),
      reject: optional(compile, pattern.reject, ''),
      checksum: pattern.checksum === null ? null : checksumScheme(pattern.checksum),
      follows: pattern.run?.follows ? byteSet(pattern.run.follows) : null,
      precedes: pattern.run?.precedes ? byteSet(pattern.run.precedes) : null,
    }),
  );
  const marks = [...new Set(enginePatterns.flatMap(({ pattern }) => pattern.marks))];
  const encodedMarks = marks.flatMap(encodedForms);
  return {
    patterns: enginePatterns,
    markTable: buildMarkTable([...marks, ...encodedMarks.map(({ text }) => text)]),
    encodedMarks,
    patternsOfMark: marks.map((mark) => enginePatterns.filter(({ pattern }) => pattern.marks.includes(mark))),
    patternsOfRun: { word: byLength(enginePatterns, 'word'), base64: byLength(enginePatterns, 'base64') },
  };
}

function engineRule(file: DetectionRule, compile: RegexCompiler): EngineRule {
  return {
    file,
    variants: file.variants.map((variant) => ({
      variant,
      secret: optional(compile, variant.secret, ''),
      context: optional(compile, variant.context, 'i'),
      host: optional(compile, variant.host, 'i'),
    })),
    evidence: [...file.evidence]
      .sort((a, b) => Number(a.weight > 0) - Number(b.weight > 0))
      .map((rule) => ({ rule, match: compile(rule.match, rule.view === 'secret' ? '' : 'i') })),
    mostWeight: mostWeight(file.evidence),
    hosts: hostPattern(file.hosts),
    knownPublic: new Set(file.knownPublic),
  };
}

/** Of each group the weightiest counts. */
function mostWeight(evidence: readonly EvidenceRule[]): number {
  const heaviest = new Map<string, number>();
  for (const { group, weight } of evidence.filter(({ view }) => view !== 'host-repository'))
    heaviest.set(group, Math.max(heaviest.get(group) ?? 0, weight));
  return [...heaviest.values()].reduce((sum, weight) => sum + weight, 0);
}

function compilerFor({ family, isOwn }: DetectionRule, compileOwn: RegexCompiler | undefined): RegexCompiler {
  if (isOwn !== true) return compileNative;
  if (compileOwn === undefined) throw new Error(`the rule ${family} is a user's and needs a linear engine`);
  return compileOwn;
}

function optional(compile: RegexCompiler, source: string | null, flags: '' | 'i'): Matcher | null {
  return source === null ? null : compile(source, flags);
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
