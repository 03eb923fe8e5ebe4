import type { Foothold, RepositoryFootholds } from './foothold.ts';
import type { CredentialProvenance } from './provenance.ts';
import type { RemediationFacts } from './remediation.ts';
import type { Exposure } from './report.ts';

/** How far the credential got, in a sentence that claims no more than is known. */
export function standingSentence({
  exposure,
  isCertain,
  occurrences,
  provenance,
  repositories,
}: RemediationFacts): string {
  if (!isCertain)
    return `How far it got is not known, since a part of the history could not be read; ${POSSIBLE[exposure]}.`;
  if (occurrences.every(({ source }) => source === 'stdin')) return 'It is in the text on standard input.';
  switch (exposure) {
    case 'pushed':
      return `It has left this machine${atRemotes(provenance)}: taking it out of the history does not undo that.`;
    case 'committed':
      return committedSentence(repositories);
    case 'unreachable':
      return isInReflog(repositories)
        ? 'It is in a commit that only a reflog has any more.'
        : 'It is in an object that nothing refers to any more.';
    case 'staged':
      return 'It is staged but not in any commit yet.';
    case 'working-tree':
      return 'It is in a file here; no commit that was scanned has it.';
    case 'ignored-file':
      return 'It is in a file that git ignores and has not left this machine through git.';
  }
}

const POSSIBLE: Readonly<Record<Exposure, string>> = {
  pushed: 'it may have been pushed',
  committed: 'it may be in a commit',
  unreachable: 'it may be in a forgotten commit',
  staged: 'it may be staged',
  'working-tree': 'it is in a file',
  'ignored-file': 'it is in a file',
};

function atRemotes(provenance: CredentialProvenance | null): string {
  const names = (provenance?.remotes ?? []).flatMap(({ name }) =>
    name === null || name === '.' ? [] : [name],
  );
  return names.length === 0 ? '' : ` (${names.join(', ')} has it)`;
}

function committedSentence(repositories: readonly RepositoryFootholds[]): string {
  const footholds = repositories.flatMap((each) => each.footholds);
  const has = (kind: Foothold['kind']) => footholds.some((foothold) => foothold.kind === kind);
  if (has('commits')) return 'It is committed here and in no remote branch that this clone knows of.';
  if (has('stash') || has('stash-base')) return 'It is in a stash, which is not pushed with branches.';
  if (has('note')) return 'It is in a note on a commit, and in no remote that this clone knows of.';
  if (has('tag-message'))
    return 'It is in the message of a tag; whether that was pushed, this clone does not know.';
  if (has('tagged'))
    return 'It is in an object that a ref names; whether that was pushed, this clone does not know.';
  return 'It is committed here and in no remote branch that this clone knows of.';
}

function isInReflog(repositories: readonly RepositoryFootholds[]): boolean {
  return repositories.some(({ footholds }) =>
    footholds.some(
      (foothold) =>
        foothold.kind === 'forgotten' && (foothold.entries === null || foothold.entries.length > 0),
    ),
  );
}
