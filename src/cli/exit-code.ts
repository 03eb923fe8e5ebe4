import type { Report } from '../credentials/report.ts';
import type { Confidence } from '../detect/finding.ts';
import type { ExitStatus } from '../report/renderer.ts';

/** What the program's exit codes are; see `exitStatus` for what they mean. */
export const EXIT_CODES = { clean: 0, found: 1, failure: 2, incomplete: 3 } as const;

/** From weakest to strongest. Not imported: the program's first file loads this one, and little else. */
const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high', 'proven'];

export type ExitRules = {
  /** The lowest confidence that makes the scan fail. */
  readonly failOn: Confidence;
  /** Whether a history that is shallow or partial is incomplete. */
  readonly requireComplete: boolean;
};

/** How the program ends after a scan, with the reason. A credential outweighs a gap. */
export function exitStatus(
  { credentials, coverage }: Report,
  { failOn, requireComplete }: ExitRules,
): ExitStatus {
  const failing = CONFIDENCES.slice(CONFIDENCES.indexOf(failOn));
  if (credentials.some(({ confidence }) => failing.includes(confidence))) {
    return { code: EXIT_CODES.found, meaning: 'credentials were found' };
  }
  const found =
    credentials.length > 0 ? `nothing of ${failOn} confidence or more was found` : 'nothing was found';
  if (!coverage.complete) {
    return { code: EXIT_CODES.incomplete, meaning: `${found}, but something could not be read` };
  }
  if (requireComplete && (coverage.shallow || coverage.partialClone)) {
    const gap = coverage.shallow ? 'the history is shallow' : 'the clone is partial';
    return { code: EXIT_CODES.incomplete, meaning: `${found}, but ${gap} and --require-complete is given` };
  }
  return { code: EXIT_CODES.clean, meaning: `the scan is complete and ${found}` };
}
