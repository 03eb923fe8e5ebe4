import { type Finding } from '../detect/finding.js';
import type { RuleFile } from '../rules/rule-file.js';
import type { Credential } from './report.js';
import { type Stories } from './stories.js';
import type { PlacedSighting } from './trace.js';
export type { ObjectTrace, PlacedSighting } from './trace.js';
/** Makes finished, redacted credentials out of what was seen, worst first. */
export declare function groupCredentials(sightings: readonly PlacedSighting[], rules: readonly RuleFile[], showSecrets: boolean, stories?: Stories): Credential[];
/** How much speaks for a finding: its confidence first, then the sum of the evidence. */
export declare function strength(finding: Finding): number;
