import type { RuleFile } from '../rules/rule-file.js';
import { type Sighting } from './collector.js';
import type { Fingerprint } from './fingerprint.js';
import type { Credential } from './report.js';
/** Where a git object came into history: one entry for each path that it was at. */
export type ObjectTrace = {
    readonly path: string | null;
    readonly commit: string | null;
    readonly author: string | null;
    readonly date: string | null;
    readonly refs: readonly string[];
    readonly inHead: boolean;
    readonly exposure: 'staged' | 'committed' | 'pushed' | 'unreachable';
};
/** A sighting with where its object came into history; `traces` is empty for what is no git object. */
export type PlacedSighting = {
    readonly fingerprint: Fingerprint;
    readonly sighting: Sighting;
    readonly traces: readonly ObjectTrace[];
};
/** Makes finished, redacted credentials out of what was seen, worst first. */
export declare function groupCredentials(sightings: readonly PlacedSighting[], rules: readonly RuleFile[], showSecrets: boolean): Credential[];
