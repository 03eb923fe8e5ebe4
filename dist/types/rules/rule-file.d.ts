import type { RunAlphabet } from '../detect/bytes.js';
import type { Checksum } from '../detect/checksums/index.js';
import type { Severity } from '../detect/finding.js';
/**
 * What detection knows of one credential family; only checksums are code. It is all that a scan loads which finds
 * nothing.
 */
export type DetectionRule = {
    /** Stable id of the family, and the file's name. Part of every fingerprint. */
    readonly family: string;
    readonly title: string;
    readonly ruleset: RuleSet;
    readonly severity: Severity;
    readonly patterns: readonly Pattern[];
    /** Which rule a match is: the first whose conditions hold. The last one needs none. */
    readonly variants: readonly DetectionVariant[];
    /** Host suffixes of the services, such as `openai.azure.com`. */
    readonly hosts: readonly string[];
    readonly thresholds: Thresholds;
    readonly evidence: readonly EvidenceRule[];
    /** SHA-256 in hex of secrets that the vendor has published, such as the key of its emulator. */
    readonly knownPublic: readonly string[];
    /** Whether it came with a user's configuration: its regexes then run on an engine of linear time only. */
    readonly isOwn?: true;
};
/** A rule file: one credential family, as `rules/*.yaml` writes it, with what is for people and for tests. */
export type RuleFile = Omit<DetectionRule, 'variants'> & {
    readonly description: string;
    readonly references: readonly string[];
    readonly variants: readonly Variant[];
    readonly remediation: RemediationTemplate;
    /** Templates of made-up keys for examples: see `placeholders.ts`. */
    readonly samples: Readonly<Record<string, Sample>>;
    readonly examples: readonly Example[];
    readonly counterexamples: readonly CounterExample[];
};
/**
 * `core` finds Azure OpenAI, Azure AI and OpenAI keys, `azure` those of other Azure services, `llm` those of
 * other vendors of language models.
 */
export type RuleSet = (typeof RULESETS)[number];
/** In the order in which they apply: where two rules match the same bytes, the earlier one wins. */
export declare const RULESETS: readonly ['core', 'azure', 'llm'];
/** What is looked for unless told otherwise. */
export declare const DEFAULT_RULESETS: readonly RuleSet[];
/** Whether a scan looks for the rules of a set without being told to. */
export declare function isOnByDefault(ruleset: RuleSet): boolean;
/** The score from which a match has each confidence. `proven` comes from a checksum only. */
export type Thresholds = {
    readonly low: number;
    readonly medium: number;
    readonly high: number;
};
export type Pattern = {
    readonly id: string;
    /** Fixed texts, one of which every match holds. */
    readonly marks: readonly string[];
    /** Or: an unbroken run of exactly these lengths. */
    readonly run: RunCondition | null;
    /** Matches the secret, within 256 bytes around a mark or on the run. */
    readonly regex: string;
    /** A look at 400 bytes before and 200 behind; without a match there the candidate is dropped early. */
    readonly gate: string | null;
    readonly checksum: Checksum | null;
    /** What the match itself is worth, and in words why. */
    readonly weight: number;
    readonly says: string;
    /** The part `[start, end)` of the secret that has to look random; a negative end counts from behind. */
    readonly random: readonly [number, number | null];
    readonly minimumDistinct: number;
    /** Bits a character that the random part has at least. */
    readonly minimumEntropy: number;
    /** Secrets matched by this are masked or made up, whatever else speaks for them. */
    readonly reject: string | null;
};
export type RunCondition = {
    /** A run of `base64` holds the padding behind it as well, which its length does not count. */
    readonly alphabet: RunAlphabet;
    readonly lengths: readonly number[];
    /** The characters one of which, or the start, has to stand before the run; null: any. */
    readonly follows: string | null;
    /** The characters one of which, or the end, has to stand behind the run and its padding; null: any. */
    readonly precedes: string | null;
};
export type DetectionVariant = {
    readonly id: string;
    readonly title: string;
    readonly service: string;
    readonly severity: Severity | null;
    /** Holds when the secret matches. */
    readonly secret: string | null;
    /** Holds when the checksum holds with this seed. */
    readonly seed: string | null;
    /** Holds when the name, the call or the host found with it matches. */
    readonly context: string | null;
    /** What hosts of this very service match: one of them is the endpoint before any other. */
    readonly host: string | null;
};
export type Variant = DetectionVariant & {
    /** Advice of its own, where it is another service than the rest of the family; null: the family's. */
    readonly remediation: RemediationTemplate | null;
};
/** The view of the surroundings that a piece of evidence looks at: see `context.ts`. */
export type EvidenceView = (typeof EVIDENCE_VIEWS)[number];
export declare const EVIDENCE_VIEWS: readonly ['name', 'written-name', 'call', 'section', 'line', 'passage', 'near', 'path', 'secret', 'host-line', 'host-beside', 'host-near', 'host-file', 'host-repository'];
export type EvidenceRule = {
    readonly kind: string;
    readonly view: EvidenceView;
    /** What the view has to match; for host views: any host of the rule when empty. */
    readonly match: string;
    readonly weight: number;
    /** In words; `{name}`, `{call}`, `{host}` and, of a host in another file, its `{path}` are filled in. */
    readonly says: string;
    /** Of the evidence with one group only the weightiest counts. */
    readonly group: string;
};
/**
 * The parts of the advice, in their order: make the credential worthless, see what was done with it, take it out of
 * the repository (which depends on where it stands, and so is no rule's), make it impossible next time.
 */
export declare const ADVICE_STAGES: readonly ['revoke', 'investigate', 'undo', 'prevent'];
export type AdviceStage = (typeof ADVICE_STAGES)[number];
export type RemediationTemplate = Readonly<Record<Exclude<AdviceStage, 'undo'>, readonly StepTemplate[]>> & {
    readonly summary: string;
};
export type StepTemplate = {
    readonly text: string;
    /**
     * Shell commands. `{resource}` is filled in where the endpoint tells it, `{since}` with the day from which the
     * credential may have been used where that is known.
     */
    readonly commands: readonly string[];
};
/** A made-up key: a template of `{alphabet:length}` parts, and the checksum to put at its end. */
export type Sample = {
    readonly template: string;
    readonly checksum: Checksum | null;
};
/** A text in which `find` (placeholders) and nothing else must be found. */
export type Example = {
    readonly text: string;
    readonly path: string;
    readonly finds: readonly string[];
    readonly rule: string | null;
};
export type CounterExample = {
    readonly text: string;
    readonly path: string;
    readonly why: string;
};
/** What the build makes of all rule files. */
export type CompiledRules<Rule = RuleFile> = {
    readonly rules: readonly Rule[];
    /** SHA-256 in hex: the same rules have the same digest on every machine. */
    readonly rulesDigest: string;
};
