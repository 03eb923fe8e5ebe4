import type { CommitFoothold, RemoteFoothold, RepositoryFootholds } from './foothold.ts';
import type { Replacements } from './remediation.ts';
import { pathWords, shellQuote } from './shell.ts';
import { AGAIN, type UndoStep } from './undo-step.ts';

/** How to take it out of commits that branches, tags or remotes hold. */
export function commitSteps(
  commits: CommitFoothold,
  repository: RepositoryFootholds,
  replacements: Replacements,
): UndoStep[] {
  if (commits.isPushed) return pushedSteps(commits, repository, replacements);
  const rewrite = commits.isLastCommit
    ? lastCommitSteps(commits)
    : [...cleanFilesSteps(commits, repository), rewriteStep(commits, repository, replacements)];
  return [...rewrite, ...stashSteps(commits), AGAIN];
}

/** Only the last commit has it, and only this branch has that: it can be made anew. */
function lastCommitSteps({ inContents, inMessages, headPaths }: CommitFoothold): UndoStep[] {
  const steps: UndoStep[] = [];
  // Without the credential it may be as the one before: then git refuses unless it may be empty.
  if (inContents) {
    steps.push({
      text: 'Take it out of the files, then make the last commit anew, which has not been pushed.',
      commands: [`git commit --amend --no-edit --allow-empty -- ${pathWords(headPaths)}`],
    });
  }
  if (inMessages) {
    steps.push({
      text: 'Write another message for the last commit, which has not been pushed; an editor opens.',
      commands: ['git commit --amend --only --allow-empty'],
    });
  }
  return steps;
}

/** What is checked out has to be in order first: rewriting sets the files back to what is committed. */
function cleanFilesSteps({ headPaths }: CommitFoothold, { isBare }: RepositoryFootholds): UndoStep[] {
  if (isBare || headPaths.length === 0) return [];
  const paths = pathWords(headPaths);
  return [
    {
      text: 'Commit the files without it.',
      commands: [
        `git diff --quiet HEAD -- ${paths} || git commit --message 'Take a credential out' -- ${paths}`,
      ],
    },
  ];
}

function rewriteStep(
  commits: CommitFoothold,
  repository: RepositoryFootholds,
  replacements: Replacements,
): UndoStep {
  const branch = 'refs/heads/keypetrel-clean';
  const commands = replaceCommands(
    replacements,
    commits.isDetached ? [branch] : refsOf(commits),
    commits.bases,
    repository,
  );
  return {
    text: `Replace it in the commits that have it, none of which has been pushed. ${ABOUT_REWRITING}${aboutBlobs(replacements)}`,
    commands: commits.isDetached ? ['git switch --create keypetrel-clean', ...commands] : commands,
  };
}

const ABOUT_REWRITING =
  'Needs git-filter-repo (https://github.com/newren/git-filter-repo). The list of replacements names the credential by its ends alone. While there are uncommitted changes, which it would throw away, nothing is done: commit or stash them.';

function aboutBlobs({ blobs }: Replacements): string {
  return blobs.length === 0
    ? ''
    : ' In binary or encoded files it cannot be replaced: those versions are taken out of the commits as a whole.';
}

/**
 * Writes the list of replacements and runs git-filter-repo on some refs, down to where the credential came in: commits
 * before it stay what they are.
 * @param refs full names; null: all branches and tags that hold it.
 * @param bases ids of commits to leave alone, with all before them.
 */
export function replaceCommands(
  { lines, blobs }: Replacements,
  refs: readonly string[] | Command,
  bases: readonly string[],
  { isBare }: RepositoryFootholds,
): string[] {
  const commands: string[] = [];
  const filters: string[] = [];
  if (lines.length > 0) {
    commands.push(`printf '%s\\n' ${lines.map(shellQuote).join(' ')} > ${fileFor('replacements')}`);
    filters.push(`--replace-text ${fileFor('replacements')}`, `--replace-message ${fileFor('replacements')}`);
  }
  if (blobs.length > 0) {
    commands.push(`printf '%s\\n' ${blobs.join(' ')} > ${fileFor('blobs')}`);
    filters.push(`--strip-blobs-with-ids ${fileFor('blobs')}`);
  }
  if (filters.length === 0) return [];
  const what = typeof refs === 'string' ? refs : refs.map(shellQuote).join(' ');
  const range = [what, ...bases.map((oid) => `^${oid}`)].join(' ');
  const guard = isBare ? '' : 'test -z "$(git status --porcelain --untracked-files=no)" && ';
  return [...commands, `${guard}git filter-repo --force ${filters.join(' ')} --refs ${range}`];
}

/** A shell command in place of words that it prints. */
type Command = string;

/** In the git folder, where it is in nobody's way. */
function fileFor(name: string): string {
  return `"$(git rev-parse --git-path keypetrel-${name}.txt)"`;
}

function refsOf({ branches, tags, introducedBy }: CommitFoothold): readonly string[] | Command {
  if (branches !== null && tags !== null) return [...branches, ...tags];
  const contains = introducedBy.map((oid) => `--contains=${oid}`).join(' ');
  return `$(git for-each-ref --format='%(refname)' ${contains} refs/heads refs/tags)`;
}

function stashSteps({ stashes }: CommitFoothold): UndoStep[] {
  if (stashes.length === 0) return [];
  return [
    {
      text: `${stashes.join(' and ')} was made on top of a commit with it and keeps it: apply the stash to the new commits and stash anew, or drop it.`,
      commands: [],
    },
  ];
}

function pushedSteps(
  commits: CommitFoothold,
  repository: RepositoryFootholds,
  replacements: Replacements,
): UndoStep[] {
  const { remotes } = commits;
  const cleaning = remotes.filter(({ branches }) => branches.length > 0);
  const steps = cleanFilesSteps(commits, repository);
  if (cleaning.length > 0) {
    const local = cleaning.flatMap((remote) => newBranches(remote, repository));
    const refs = refsOf({ ...commits, branches: withNew(commits, local) });
    steps.push({
      text: `Only when the credential is worthless: to clean the history as well, bring your branches up to date and replace it in the commits. ${ABOUT_REWRITING}${aboutBlobs(replacements)}`,
      commands: [
        ...(repository.isBare ? [] : cleaning.map(({ name }) => `git fetch ${remoteName(name)}`)),
        ...local.map(
          ({ branch, remote }) =>
            `git branch --track ${shellQuote(branch)} ${shellQuote(`${remote}/${branch}`)}`,
        ),
        ...replaceCommands(replacements, refs, commits.bases, repository),
      ],
    });
    const pushes = cleaning.flatMap((remote) => pushCommands(remote, commits, repository));
    if (pushes.length > 0) {
      steps.push({
        text: 'Push the new commits. The push is refused when somebody has pushed in between: then fetch, and begin again. Tags only if the remote has them. Everybody else has to clone anew: one merge from an old clone brings all of it back.',
        commands: pushes,
      });
    }
  }
  steps.push({
    text: `Clones, forks and caches keep the old commits${
      remotes.some(({ hasReviews }) => hasReviews)
        ? ', and so do the pull requests here'
        : ', and so do pull requests'
    }: ask the host to delete those that it can, and count the credential as public.`,
    commands: [],
  });
  if (cleaning.length > 0) steps.push(...stashSteps(commits), AGAIN);
  return steps;
}

type NewBranch = { readonly branch: string; readonly remote: string };

/** Branches that only the remote has: to be written anew they have to be here. */
function newBranches({ name, branches }: RemoteFoothold, { isBare }: RepositoryFootholds): NewBranch[] {
  if (isBare || name === null) return [];
  return branches.filter(({ isLocal }) => !isLocal).map(({ name: branch }) => ({ branch, remote: name }));
}

function withNew({ branches }: CommitFoothold, local: readonly NewBranch[]): readonly string[] | null {
  return branches === null
    ? null
    : [...new Set([...branches, ...local.map(({ branch }) => `refs/heads/${branch}`)])];
}

function pushCommands(
  { name, branches }: RemoteFoothold,
  { tags }: CommitFoothold,
  { isBare }: RepositoryFootholds,
): string[] {
  if (name === '.') return [];
  const remote = remoteName(name);
  const names = branches.map(({ name: branch }) => shellQuote(branch)).join(' ');
  const lease = isBare
    ? branches.map(({ name: branch, tip }) => `--force-with-lease=${shellQuote(branch)}:${tip}`).join(' ')
    : '--force-with-lease --force-if-includes';
  const ofTags = (tags ?? []).map((tag) => `git push --force ${remote} ${shellQuote(tag)}`);
  return [`git push ${lease} ${remote} ${names}`, ...ofTags];
}

function remoteName(name: string | null): string {
  return name === null ? '<remote>' : shellQuote(name);
}
