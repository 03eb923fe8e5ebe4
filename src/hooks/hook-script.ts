import type { HookName } from './hook-name.ts';

/** How a hook starts keypetrel: Node and the program, both absolute. */
export type Program = { readonly node: string; readonly cli: string };

/** A line by which a hook of ours is known, whatever its version. */
const MARK = '# Installed by keypetrel: "keypetrel hook uninstall" takes it out again.';
/** What a hook that was there before is called while ours is in its place. */
export const PREVIOUS_SUFFIX = '.before-keypetrel';

/** Whether a hook's text is one of ours. */
export function isOurs(text: string): boolean {
  return text.includes(MARK);
}

/**
 * A hook as a POSIX shell script, which is also what Git for Windows runs hooks with. It runs the hook that was there
 * before first, with the same arguments and input, and stops where that one fails. It starts the installed program
 * and nothing else: what it cannot start it says, and lets git go on, since that is no leak.
 * @param next a script that runs before: the hook that ours replaced, or the repository's own behind a global one.
 * @param baseline a file relative to the top of the work tree, or absolute.
 */
export function hookScript(
  name: HookName,
  { node, cli }: Program,
  next: string,
  baseline: string | null = null,
): string {
  const run = `hook run ${name}${baseline === null ? '' : ` --baseline ${shellWord(baseline)}`} -- "$@"`;
  return `#!/bin/sh
${MARK}
${runPrevious(name, next)}
node=${shellWord(node)}
cli=${shellWord(cli)}
[ -x "$node" ] || node=node
if [ -f "$cli" ] && command -v "$node" >/dev/null 2>&1; then
  ${feed(name)}"$node" "$cli" ${run}
elif command -v keypetrel >/dev/null 2>&1; then
  ${feed(name)}keypetrel ${run}
else
  echo 'keypetrel: NOT CHECKED for credentials: the program is no longer where it was when this hook was installed.' >&2
  echo 'keypetrel: install it again and run "keypetrel hook install", or "git config --get core.hooksPath" and remove the hook.' >&2
fi
`;
}

/** A hook that only hands on to the repository's own. */
export function forwardScript(next: string): string {
  return `#!/bin/sh
${MARK}
next=${next}
[ -x "$next" ] || exit 0
exec "$next" "$@"
`;
}

/** The hook that ours replaced, beside it. */
export function previousBeside(name: string): string {
  return `"$(dirname -- "$0")/${name}${PREVIOUS_SUFFIX}"`;
}

/** The repository's own hook, which git does not look at while core.hooksPath is set. */
export function ownHookOf(name: string): string {
  return `"$(git rev-parse --git-common-dir 2>/dev/null)/hooks/${name}"`;
}

/** The input of a pre-push hook is read once, for both. */
function runPrevious(name: HookName, next: string): string {
  const lines = name === 'pre-push' ? ['input=$(cat)'] : [];
  lines.push(`next=${next}`, 'if [ -x "$next" ]; then');
  lines.push(`  ${feed(name)}"$next" "$@" || exit $?`, 'fi');
  return lines.join('\n');
}

function feed(name: HookName): string {
  return name === 'pre-push' ? 'printf \'%s\\n\' "$input" | ' : '';
}

/** As one word that a POSIX shell takes literally. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
