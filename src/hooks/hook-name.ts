/** The hooks that keypetrel installs, and when git runs them. */
export const HOOK_NAMES = ['pre-commit', 'pre-push'] as const;
export type HookName = (typeof HOOK_NAMES)[number];

/**
 * All hooks that git runs on the side of a developer (githooks(5)): a global hooks folder of ours has to hand each
 * of them on to the repository's own, which git no longer looks at.
 */
export const CLIENT_HOOKS: readonly string[] = [
  'applypatch-msg',
  'pre-applypatch',
  'post-applypatch',
  'pre-commit',
  'pre-merge-commit',
  'prepare-commit-msg',
  'commit-msg',
  'post-commit',
  'pre-rebase',
  'post-checkout',
  'post-merge',
  'pre-push',
  'post-rewrite',
  'sendemail-validate',
  'pre-auto-gc',
  'post-index-change',
];
