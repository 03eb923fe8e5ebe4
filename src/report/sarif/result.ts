import type { Result } from 'sarif';
import type { Credential, Report } from '../../credentials/report.ts';
import type { Confidence, Severity } from '../../detect/finding.ts';
import { toJsonCredential } from '../json-model.ts';
import type { Limits } from './limits.ts';
import { locationsOf } from './locations.ts';
import { resultMessage } from './result-message.ts';

export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** From 0 to 100, for readers that order results by it. */
const RANKS: Readonly<Record<Confidence, number>> = { proven: 100, high: 80, medium: 50, low: 20 };

/** The result of one credential, wherever it stands. */
export function toResult(credential: Credential, ruleIndex: number, report: Report, limits: Limits): Result {
  const locations = locationsOf(credential, limits.locations);
  // Named one by one: the secret, which `--show-secrets` puts there, does not get into a file for upload.
  const {
    fingerprint,
    service,
    confidence,
    checksum,
    issued,
    endpoint,
    redacted,
    length,
    entropy,
    exposure,
  } = credential;
  const { evidence, remediation } = toJsonCredential(credential);
  return {
    ruleId: credential.rule,
    ruleIndex,
    level: LEVELS[credential.severity],
    rank: RANKS[confidence],
    message: { text: resultMessage(credential, locations, report) },
    locations: [locations.main],
    ...(locations.related.length > 0 && { relatedLocations: [...locations.related] }),
    occurrenceCount: credential.occurrences.length,
    partialFingerprints: partialFingerprints(fingerprint),
    properties: {
      fingerprint,
      service,
      confidence,
      checksum,
      issued,
      endpoint,
      redacted,
      length,
      entropy,
      exposure,
      evidence,
      remediation,
    },
  };
}

/**
 * What a result is recognised by in later uploads: the credential, and neither its line nor its file, so that
 * an alert stays one while the key moves from line to line, and two keys in one line are two alerts. The hash
 * is a part of the credential's fingerprint, from which a key cannot be guessed.
 *
 * GitHub looks at `primaryLocationLineHash` only. Its upload action computes another from the line where it
 * finds the file, keeps this one, and logs the difference as a warning
 * (https://github.com/github/codeql-action/issues/4052).
 */
function partialFingerprints(fingerprint: string): Record<string, string> {
  const hash = fingerprint.replace(/^kp\d+:/, '');
  return { primaryLocationLineHash: `${hash.slice(0, 16)}:1`, 'secretHash/v1': fingerprint };
}
