import { UserError } from '../errors.ts';
import { listOf, suggestionFor } from '../suggest.ts';
import type { OptionValues } from './option-definition.ts';
import type { RULES_OPTIONS } from './option-tables.ts';

type Format = 'text' | 'json';

/** `keypetrel rules …`. */
export type RulesCommand = { readonly color: boolean; readonly config: string | null } & (
  | { readonly kind: 'rules-list'; readonly format: Format }
  | { readonly kind: 'rules-show'; readonly format: Format; readonly id: string }
  /** Without files: the rules that ship with keypetrel. */
  | { readonly kind: 'rules-check'; readonly format: Format; readonly files: readonly string[] }
);

const ACTIONS = ['list', 'show', 'check'] as const;

/** @throws UserError for an action that there is not, or too many or too few arguments. */
export function toRulesCommand(
  values: OptionValues<typeof RULES_OPTIONS>,
  [action, ...rest]: readonly string[],
): RulesCommand {
  const common = {
    color: !values['no-color'],
    config: values.config,
    format: values.format ?? 'text',
  } as const;
  switch (readAction(action)) {
    case 'list':
      refuseMore('rules list', rest);
      return { kind: 'rules-list', ...common };
    case 'show': {
      const [id, ...more] = rest;
      if (id === undefined)
        throw new UserError('"rules show" needs the id of a rule; "keypetrel rules list" shows them');
      refuseMore('rules show ID', more);
      return { kind: 'rules-show', id, ...common };
    }
    case 'check':
      if (values.config !== null) refuseMore('rules check --config FILE', rest);
      return { kind: 'rules-check', files: rest, ...common };
  }
}

function readAction(action: string | undefined): (typeof ACTIONS)[number] {
  const known = ACTIONS.find((each) => each === action);
  if (known !== undefined) return known;
  if (action === undefined) throw new UserError(`"keypetrel rules" needs one of ${listOf(ACTIONS)}`);
  const hint = suggestionFor(action, ACTIONS);
  const scanHint = hint === '' ? ' (to scan a folder of this name: keypetrel ./rules)' : hint;
  throw new UserError(`"keypetrel rules" has ${listOf(ACTIONS)}, not "${action}"${scanHint}`);
}

function refuseMore(usage: string, [extra]: readonly string[]): void {
  if (extra !== undefined)
    throw new UserError(`"keypetrel ${usage}" takes nothing more, and "${extra}" is more`);
}
