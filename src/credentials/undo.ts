import type { Foothold, RepositoryFootholds, StagedFoothold, TagFoothold } from './foothold.ts';
import type { RemediationFacts, Replacements } from './remediation.ts';
import type { AdviceStep } from './report.ts';
import { pathWords, shellQuote } from './shell.ts';
import { commitSteps, replaceCommands } from './undo-commits.ts';
import { forgetSteps } from './undo-forgotten.ts';
import { AGAIN, type UndoStep } from './undo-step.ts';

/** How to take a credential out of where it stands, the nearest place first. */
export function undoSteps(facts: RemediationFacts): AdviceStep[] {
  const { repositories, replacements } = facts;
  const isOneOfSeveral = repositories.length > 1;
  const inRepositories = repositories.flatMap((repository) => {
    const steps = repository.footholds.flatMap((foothold) => stepsFor(foothold, repository, replacements));
    return inFolder(steps, repository, isOneOfSeveral);
  });
  return [...fileSteps(facts), ...inRepositories].map((step) => ({ stage: 'undo', ...step }));
}

function stepsFor(
  foothold: Foothold,
  repository: RepositoryFootholds,
  replacements: Replacements,
): UndoStep[] {
  switch (foothold.kind) {
    case 'staged':
      return [stagedStep(foothold, repository)];
    case 'commits':
      return commitSteps(foothold, repository, replacements);
    case 'tag-message':
    case 'tagged':
      return tagSteps(foothold);
    case 'note':
      return [
        {
          text: 'Replace it in the notes, whose older versions git keeps as well. Needs git-filter-repo, and no uncommitted changes.',
          commands: replaceCommands(replacements, foothold.refs, [], repository),
        },
        AGAIN,
      ];
    case 'stash':
      return [
        {
          text: `Drop ${foothold.stashes.join(' and ')}. A stash goes as a whole: look first whether it has anything that you need.`,
          commands: foothold.stashes.flatMap((stash) => [
            `git stash show --stat --include-untracked ${shellQuote(stash)}`,
            `git stash drop ${shellQuote(stash)}`,
          ]),
        },
        AGAIN,
      ];
    case 'stash-base':
      return [
        {
          text: `${foothold.stashes.join(' and ')} was made on top of a commit with it, which only the stash has any more. Apply it, and stash anew what is still needed.`,
          commands: foothold.stashes.flatMap((stash) => [
            `git stash pop --index ${shellQuote(stash)}`,
            'git stash push --include-untracked',
          ]),
        },
        AGAIN,
      ];
    case 'forgotten':
      return forgetSteps(foothold);
    case 'name':
      return [
        {
          text: 'It is in the name of a file, folder or ref: rename that, here and at every remote. In commits git-filter-repo renames files (--filename-callback); replacing texts does not reach their names.',
          commands: [],
        },
      ];
    case 'unknown':
      return [
        {
          text: 'Find out what is broken here, and repair it or clone anew, before you take anything out; until then run nothing that deletes objects (git gc, git prune). Then run keypetrel again.',
          commands: ['git fsck --full --no-dangling'],
        },
      ];
  }
}

function inFolder(
  steps: readonly UndoStep[],
  { folder }: RepositoryFootholds,
  isOneOfSeveral: boolean,
): readonly UndoStep[] {
  const withCommands = steps.findIndex(({ commands }) => commands.length > 0);
  if (folder === null || withCommands === -1) return steps;
  return steps.map((step, index) => ({
    text: isOneOfSeveral ? `In ${folder}: ${step.text}` : step.text,
    commands: index === withCommands ? [`cd ${shellQuote(folder)}`, ...step.commands] : step.commands,
  }));
}

/** Files on disk are changed by hand: nobody but the reader knows what has to stand there instead. */
function fileSteps({ occurrences, repositories }: RemediationFacts): UndoStep[] {
  const files = occurrences.filter(({ source }) => source === 'file');
  const kept = files.filter(({ exposure }) => exposure === 'ignored-file').map(fileOf);
  const open = files.filter(({ exposure }) => exposure !== 'ignored-file').map(fileOf);
  const isInHead = repositories.some((repository) => repository.isInHead);
  const steps: UndoStep[] = [];
  if (open.length > 0) {
    const text = isInHead ? 'and read the new value from elsewhere' : 'before you commit';
    steps.push({ text: `Take it out of ${namesInWords(open)}, ${text}.`, commands: [] });
  }
  if (kept.length > 0) {
    steps.push({
      text: `Keep ${namesInWords(kept)} out of git, backups and images, or move the value to a secret store.`,
      commands: [],
    });
  }
  return steps;
}

/** Of a member of an archive, the archive. */
function fileOf({ path }: { readonly path: string | null }): string {
  return path ?? '';
}

const MOST_NAMES = 3;

function namesInWords(paths: readonly string[]): string {
  const names = [...new Set(paths)];
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

function stagedStep(
  { paths, worktree }: StagedFoothold,
  { isUnborn, isInHead }: RepositoryFootholds,
): UndoStep {
  const names = pathWords(paths);
  if (worktree !== null) {
    const folder = worktree === '' ? '<work tree>' : shellQuote(worktree);
    return {
      text: `Take it out of the index of the other work tree${worktree === '' ? '' : ` ${worktree}`}; its files stay as they are. Then take it out of them.`,
      commands: [`git -C ${folder} restore --staged -- ${names}`],
    };
  }
  if (isInHead) {
    return { text: 'Take it out of the files, and stage them again.', commands: [`git add -- ${names}`] };
  }
  return {
    text: 'Take it out of the index; the files stay as they are. Stage them again without it.',
    commands: [isUnborn ? `git rm --cached --force --quiet -- ${names}` : `git restore --staged -- ${names}`],
  };
}

function tagSteps({ kind, refs, remote }: TagFoothold): UndoStep[] {
  const tags = refs.filter((ref) => ref.startsWith('refs/tags/'));
  const others = refs.filter((ref) => !ref.startsWith('refs/tags/'));
  const short = (ref: string) => shellQuote(ref.slice('refs/tags/'.length));
  const isMessage = kind === 'tag-message';
  const target = remote === null || remote === '.' || remote === '?' ? '<remote>' : shellQuote(remote);
  const steps: UndoStep[] = [];
  if (tags.length > 0) {
    steps.push({
      text: isMessage
        ? 'Make the tag anew with another message; an editor opens.'
        : 'Delete the tag: the object is nothing but what it names.',
      commands: tags.map((ref) =>
        isMessage
          ? `git tag --annotate --force ${short(ref)} ${shellQuote(`${ref}^{}`)}`
          : `git tag --delete ${short(ref)}`,
      ),
    });
    const action = isMessage ? '--force' : '--delete';
    steps.push({
      text: 'If the tag was pushed, which a clone does not know, change it there too; who has fetched it keeps it.',
      commands: tags.map((ref) => `git push ${action} ${target} ${shellQuote(ref)}`),
    });
  }
  if (others.length > 0) {
    steps.push({
      text: 'Delete the ref: nothing else holds the object.',
      commands: others.map((ref) => `git update-ref -d ${shellQuote(ref)}`),
    });
  }
  return steps;
}
