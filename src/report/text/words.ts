import type { Credential, Exposure, Report } from '../../credentials/report.ts';
import type { Confidence, Severity } from '../../detect/finding.ts';
import type { SkipReason } from '../../sources/coverage.ts';
import type { Look } from './span.ts';

export const SEVERITY_LOOKS: Readonly<Record<Severity, readonly Look[]>> = {
  critical: ['alarm'],
  high: ['red', 'bold'],
  medium: ['yellow', 'bold'],
  low: ['blue', 'bold'],
};

/** What a confidence means, behind the name of a credential. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  proven: 'proven by its checksum',
  high: 'high confidence',
  medium: 'medium confidence',
  low: 'low confidence',
};

/** How far a credential got, in a word or two. */
export const EXPOSURE_NAMES: Readonly<Record<Exposure, string>> = {
  pushed: 'pushed',
  committed: 'committed',
  unreachable: 'in a forgotten commit',
  staged: 'staged',
  'working-tree': 'not committed',
  'ignored-file': 'in an ignored file',
};

/** From furthest to nearest. */
export const EXPOSURES = Object.keys(EXPOSURE_NAMES) as readonly Exposure[];

const EXPOSURE_WORDS: Readonly<Record<Exposure, string>> = {
  pushed: 'pushed: at least one remote has it',
  committed: 'committed, and not pushed as far as this clone knows',
  unreachable: 'in a commit that no branch or tag holds any more, and that git still has',
  staged: 'staged, not committed',
  'working-tree': 'in the working tree, not committed',
  'ignored-file': 'in a file that git ignores',
};

/** How far a credential got, as far as this scan could see. */
export function exposureInWords({ exposure, occurrences }: Credential, { coverage }: Report): string {
  if (occurrences.every(({ source }) => source === 'stdin')) return 'in the text on standard input';
  // Without the history there is no telling whether a commit holds what a file holds.
  if (exposure === 'working-tree' && !coverage.modes.includes('history')) {
    return 'in a file; whether it was ever committed was not looked at';
  }
  if (exposure === 'staged' && !coverage.modes.includes('history')) return 'staged for the next commit';
  return EXPOSURE_WORDS[exposure];
}

/** `missing object`, and its plural. */
export const SKIP_NOUNS: Readonly<Record<SkipReason, readonly [string, string]>> = {
  unreadable: ['unreadable file or folder', 'unreadable files or folders'],
  vanished: ['file that vanished during the scan', 'files that vanished during the scan'],
  'special-file': ['special file', 'special files'],
  'symbolic-link': ['symbolic link', 'symbolic links'],
  'missing-object': ['missing object', 'missing objects'],
  'corrupt-object': ['corrupt object', 'corrupt objects'],
  submodule: ['submodule not checked out', 'submodules not checked out'],
  repository: ['repository whose history was not read', 'repositories whose histories were not read'],
  excluded: ['excluded path', 'excluded paths'],
  ignored: ['ignored path', 'ignored paths'],
  'outside-root': ['path outside of the scanned folder', 'paths outside of the scanned folder'],
  archive: ['archive that could not be unpacked', 'archives that could not be unpacked'],
  'time-limit': ['time limit', 'time limits'],
};

/** What to do where a reader may have wanted to see what was left out. */
export const SKIP_HINTS: Partial<Readonly<Record<SkipReason, string>>> = {
  ignored: '--no-gitignore scans them as well',
  repository: 'scan them by name',
};
