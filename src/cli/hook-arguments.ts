import { UserError } from '../errors.ts';
import { HOOK_NAMES, type HookName } from '../hooks/hook-name.ts';
import { listOf, suggestionFor } from '../suggest.ts';
import { type OptionValues, oneOf } from './option-definition.ts';
import type { HOOK_OPTIONS } from './option-tables.ts';

/** `keypetrel hook …`. */
export type HookCommand = { readonly color: boolean } & (
  | {
      readonly kind: 'hook-install';
      readonly hooks: readonly HookName[];
      readonly isGlobal: boolean;
      readonly baseline: string | null;
    }
  | { readonly kind: 'hook-uninstall'; readonly hooks: readonly HookName[]; readonly isGlobal: boolean }
  | { readonly kind: 'hook-status' }
  /** What git calls; `args` are those of the hook (githooks(5)). */
  | {
      readonly kind: 'hook-run';
      readonly hook: HookName;
      readonly args: readonly string[];
      readonly baseline: string | null;
    }
);

const ACTIONS = ['install', 'uninstall', 'status', 'run'] as const;

/** @throws UserError for an action that there is not, or too many or too few arguments. */
export function toHookCommand(
  values: OptionValues<typeof HOOK_OPTIONS>,
  [action, ...rest]: readonly string[],
): HookCommand {
  const color = !values['no-color'];
  const hooks = readHooks(values);
  const { baseline } = values;
  const name = readAction(action);
  if (baseline !== null && name !== 'install' && name !== 'run')
    throw new UserError(`"keypetrel hook ${name}" takes no --baseline: "install" and "run" do`);
  switch (name) {
    case 'install':
      refuseMore('hook install', rest);
      if (baseline !== null && values.global)
        throw new UserError('--baseline and --global exclude each other: a baseline is of one repository');
      return { kind: 'hook-install', hooks, isGlobal: values.global, baseline, color };
    case 'uninstall':
      refuseMore('hook uninstall', rest);
      return { kind: 'hook-uninstall', hooks, isGlobal: values.global, color };
    case 'status':
      refuseMore('hook status', rest);
      return { kind: 'hook-status', color };
    case 'run': {
      const [hook, ...args] = rest;
      if (hook === undefined) throw new UserError(`"keypetrel hook run" needs one of ${listOf(HOOK_NAMES)}`);
      return { kind: 'hook-run', hook: oneOf(HOOK_NAMES, hook, 'hook run'), args, baseline, color };
    }
  }
}

/** Both, when none is named. */
function readHooks(values: OptionValues<typeof HOOK_OPTIONS>): readonly HookName[] {
  const named = HOOK_NAMES.filter((hook) => values[hook]);
  return named.length === 0 ? HOOK_NAMES : named;
}

function readAction(action: string | undefined): (typeof ACTIONS)[number] {
  const known = ACTIONS.find((each) => each === action);
  if (known !== undefined) return known;
  if (action === undefined) throw new UserError(`"keypetrel hook" needs one of ${listOf(ACTIONS)}`);
  throw new UserError(
    `"keypetrel hook" has ${listOf(ACTIONS)}, not "${action}"${suggestionFor(action, ACTIONS)}`,
  );
}

function refuseMore(usage: string, [extra]: readonly string[]): void {
  if (extra !== undefined)
    throw new UserError(`"keypetrel ${usage}" takes nothing more, and "${extra}" is more`);
}
