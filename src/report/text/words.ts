import type { RemoteHolding } from '../../credentials/provenance.ts';
import type { Credential, Exposure, Report } from '../../credentials/report.ts';
import type { Confidence, Severity } from '../../detect/finding.ts';
import type { SkipReason } from '../../sources/coverage.ts';
import { namesWithMore } from './numbers.ts';
import { refName } from './places.ts';
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

/** How far a credential got, as far as this scan could see. */
export function exposureInWords(credential: Credential, { coverage }: Report): string {
  const { exposure, occurrences, provenance } = credential;
  if (occurrences.every(({ source }) => source === 'stdin')) return 'in the text on standard input';
  if (provenance?.complete === false) {
    return `not known, since a part of the history cannot be read: ${POSSIBLE_WORDS[exposure]}`;
  }
  // Without the history there is no telling whether a commit holds what a file holds.
  const isLookedUp = coverage.modes.includes('history') || coverage.modes.includes('range');
  switch (exposure) {
    case 'pushed':
      return `pushed: ${remotesInWords(provenance?.remotes ?? [])}`;
    case 'committed':
      return committedInWords(provenance?.refs ?? []);
    case 'unreachable':
      return provenance === null || provenance.refs.length === 0
        ? 'in an object that nothing refers to any more, and that git still has'
        : 'in a commit that no branch or tag holds any more, and that a reflog still has';
    case 'staged':
      return isLookedUp ? 'staged, not committed' : 'staged for the next commit';
    case 'working-tree':
      return isLookedUp
        ? 'in the working tree, not committed'
        : 'in a file; whether it was ever committed was not looked at';
    case 'ignored-file':
      return 'in a file that git ignores';
  }
}

const POSSIBLE_WORDS: Readonly<Record<Exposure, string>> = {
  pushed: 'it may have been pushed',
  committed: 'it may be committed',
  unreachable: 'it may be in a forgotten commit',
  staged: 'it may be staged',
  'working-tree': 'it is in a file',
  'ignored-file': 'it is in a file that git ignores',
};

/** Which remotes have it, and in what: `origin has it (main, dev and 3 more)`. */
function remotesInWords(remotes: readonly RemoteHolding[]): string {
  if (remotes.length === 0) return 'at least one remote has it';
  return remotes
    .map(({ name, refs, moreRefs }) => {
      const prefix = name === null ? '' : `${name}/`;
      const names = refs
        .map(refName)
        .map((ref) => (ref.startsWith(prefix) ? ref.slice(prefix.length) : ref))
        .filter((ref) => ref !== 'HEAD' || refs.length === 1);
      return `${remoteInWords(name)} has it (${namesWithMore(names, moreRefs)})`;
    })
    .join(', ');
}

function remoteInWords(name: string | null): string {
  if (name === null) return 'some remote';
  return name === '.' ? 'this bare repository' : name;
}

function committedInWords(refs: readonly string[]): string {
  const all = (isKind: (name: string) => boolean) => refs.length > 0 && refs.every(isKind);
  if (all((name) => name.startsWith('refs/stash'))) return 'in a stash, not pushed';
  if (all((name) => name.startsWith('refs/notes/')))
    return 'in a note on a commit, not pushed as far as this clone knows';
  if (all((name) => name.startsWith('refs/tags/')))
    return 'tagged here; whether the tag was pushed, this clone does not know';
  return 'committed, and not pushed as far as this clone knows';
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
