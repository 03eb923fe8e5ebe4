import type { Credential, Exposure } from '../../../credentials/report.ts';
import { CONFIDENCE_LEVELS } from '../../../detect/finding.ts';
import { EXPOSURES } from '../../text/words.ts';
import {
  type Entry,
  type OpenReport,
  toEntry,
  type UnitedCredential,
  type UnitedOccurrence,
} from './entry.ts';

/** A credential as one of the open reports has it. */
type Version = { readonly credential: Credential; readonly report: number };

/** Every credential of the open reports once, in the order in which the reports first name it. */
export function mergeReports(reports: readonly OpenReport[]): Entry[] {
  const versions = new Map<string, Version[]>();
  for (const [index, { report }] of reports.entries()) {
    for (const credential of report.credentials) {
      const version = { credential, report: index };
      const known = versions.get(credential.fingerprint);
      if (known === undefined) versions.set(credential.fingerprint, [version]);
      else known.push(version);
    }
  }
  return [...versions.values()].map((each) =>
    toEntry(unite(each), distinct(each.map(({ report }) => report))),
  );
}

/**
 * What is known of one credential from several reports: judged as the one that is surest judges it, as far
 * out as the one that saw it farthest, at every place that any of them names.
 */
function unite(versions: readonly Version[]): UnitedCredential {
  const credentials = versions.map(({ credential }) => credential);
  const surest = best(credentials, ({ confidence }) => CONFIDENCE_LEVELS.indexOf(confidence));
  // The advice depends on how far it got.
  const farthest = best(credentials, ({ exposure }) => -exposureRank(exposure));
  const secret = credentials.find((each) => each.secret !== undefined)?.secret;
  return {
    ...surest,
    ...(secret !== undefined && { secret }),
    issued: surest.issued ?? credentials.find(({ issued }) => issued !== null)?.issued ?? null,
    endpoint: surest.endpoint ?? credentials.find(({ endpoint }) => endpoint !== null)?.endpoint ?? null,
    exposure: farthest.exposure,
    provenance: farthest.provenance,
    remediation: farthest.remediation,
    occurrences: uniteOccurrences(versions),
  };
}

/** The place of an exposure among all, from furthest to nearest. */
export function exposureRank(exposure: Exposure): number {
  return EXPOSURES.indexOf(exposure);
}

/** The first one that no other exceeds. */
function best(credentials: readonly Credential[], weigh: (credential: Credential) => number): Credential {
  return credentials.reduce((first, each) => (weigh(each) > weigh(first) ? each : first));
}

/** The same place in the same object or file is one occurrence, whichever reports name it. */
function uniteOccurrences(versions: readonly Version[]): UnitedOccurrence[] {
  const united = new Map<string, UnitedOccurrence>();
  for (const { credential, report } of versions) {
    for (const occurrence of credential.occurrences) {
      const { source, path, line, column, blob, commit, frame } = occurrence;
      const key = JSON.stringify([source, path, line, column, blob, commit]);
      const known = united.get(key);
      united.set(key, {
        ...(known ?? occurrence),
        // Reports in JSON come without code.
        frame: known === undefined || known.frame.length === 0 ? frame : known.frame,
        inHead: known?.inHead === true ? true : occurrence.inHead,
        reports: distinct([...(known?.reports ?? []), report]),
      });
    }
  }
  return [...united.values()];
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}
