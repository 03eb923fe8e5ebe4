import type { ForgottenFoothold } from './foothold.ts';
import { shellQuote } from './shell.ts';
import type { UndoStep } from './undo-step.ts';

/** What is only in a reflog, or in nothing at all, git deletes by itself after some weeks. */
export function forgetSteps({ entries, pseudoRefs, reflogs }: ForgottenFoothold): UndoStep[] {
  const steps: UndoStep[] = [
    {
      text: 'git deletes it by itself after some weeks. To have it gone now, look first what else nothing refers to (dropped stashes, commits that no reflog has): the last command deletes all that is listed. Put a branch on what you need (git branch <name> <commit>).',
      commands: ['git fsck --unreachable --no-progress'],
    },
  ];
  const forget = [
    ...entriesCommands(entries, reflogs),
    ...pseudoRefs.map((name) => `git update-ref -d ${name}`),
  ];
  if (forget.length > 0) {
    steps.push({
      text:
        entries === null
          ? `Forget what only the reflogs ${reflogs.join(', ')} have: every commit there that its branch does not have any more, not this one alone.`
          : 'Take exactly these entries out of the reflogs; all others stay.',
      commands: forget,
    });
  }
  steps.push({
    text: 'Delete what nothing refers to, while no other git runs here. The reflogs are left as they are.',
    commands: ['git -c gc.reflogExpire=never -c gc.reflogExpireUnreachable=never gc --quiet --prune=now'],
  });
  return steps;
}

/** `--rewrite`: else the entry behind would still name the commit as the one before it. */
function entriesCommands(entries: readonly string[] | null, reflogs: readonly string[]): string[] {
  if (entries === null) {
    return reflogs.map(
      (log) => `git reflog expire --rewrite --expire=never --expire-unreachable=now ${shellQuote(log)}`,
    );
  }
  return entries.map((entry) => `git reflog delete --rewrite ${shellQuote(entry)}`);
}
