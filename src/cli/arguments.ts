import { UserError } from '../errors.ts';
import { nearestTo } from '../suggest.ts';
import { type BaselineCommand, toBaselineCommand } from './baseline-arguments.ts';
import { type ExplainCommand, toExplainCommand } from './explain-arguments.ts';
import { type HookCommand, toHookCommand } from './hook-arguments.ts';
import { type CommandName, OPTION_TABLES } from './option-tables.ts';
import { parseOptions, tokenize } from './parse-options.ts';
import { type RulesCommand, toRulesCommand } from './rules-arguments.ts';
import { type ScanCommand, toScanCommand } from './scan-arguments.ts';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly topic: HelpTopic }
  | ScanCommand
  | BaselineCommand
  | ExplainCommand
  | HookCommand
  | RulesCommand;

export type HelpTopic = 'overview' | 'scan' | 'baseline' | 'explain' | 'hook' | 'rules';

/**
 * Reads the arguments behind the program's name.
 * @param pathExists tells a path from a mistyped command.
 * @throws UserError with one line that says what is wrong.
 */
export function readArguments(args: readonly string[], pathExists: (path: string) => boolean): Command {
  const { name, rest } = splitCommand(args, pathExists);
  switch (name) {
    case 'help':
      return readHelp(rest);
    case 'baseline': {
      const { values, positionals } = parse('baseline', rest);
      if (values.version) return { kind: 'version' };
      return values.help ? { kind: 'help', topic: 'baseline' } : toBaselineCommand(values, positionals);
    }
    case 'explain': {
      const { values, positionals } = parse('explain', rest);
      if (values.version) return { kind: 'version' };
      return values.help ? { kind: 'help', topic: 'explain' } : toExplainCommand(values, positionals);
    }
    case 'hook': {
      const { values, positionals } = parse('hook', rest);
      if (values.version) return { kind: 'version' };
      return values.help ? { kind: 'help', topic: 'hook' } : toHookCommand(values, positionals);
    }
    case 'rules': {
      const { values, positionals } = parse('rules', rest);
      if (values.version) return { kind: 'version' };
      return values.help ? { kind: 'help', topic: 'rules' } : toRulesCommand(values, positionals);
    }
    case 'scan':
    case null: {
      const { values, positionals } = parse('scan', rest);
      if (values.version) return { kind: 'version' };
      if (values.help) return { kind: 'help', topic: name ?? 'overview' };
      return toScanCommand(values, positionals);
    }
  }
}

function parse<Name extends CommandName>(name: Name, args: readonly string[]) {
  return parseOptions(OPTION_TABLES[name], args, (option) => commandWith(option));
}

function commandWith(option: string): string | null {
  return Object.entries(OPTION_TABLES).find(([, table]) => Object.hasOwn(table, option))?.[0] ?? null;
}

type SplitCommand = { readonly name: CommandName | null; readonly rest: readonly string[] };

const COMMAND_NAMES = Object.keys(OPTION_TABLES) as readonly CommandName[];

/** Takes the command's name out: the first argument that is neither an option nor the value of one. */
function splitCommand(args: readonly string[], pathExists: (path: string) => boolean): SplitCommand {
  const { tokens } = tokenize(
    { ...OPTION_TABLES.rules, ...OPTION_TABLES.explain, ...OPTION_TABLES.hook, ...OPTION_TABLES.scan },
    args,
  );
  const first = tokens.find(({ kind }) => kind !== 'option');
  if (first?.kind !== 'positional') return { name: null, rest: args };
  const name = COMMAND_NAMES.find((each) => each === first.value);
  if (name !== undefined) return { name, rest: args.toSpliced(first.index, 1) };
  refuseMistypedCommand(first.value, pathExists);
  return { name: null, rest: args };
}

/** A word that nothing on disk is called and that a command nearly is. */
function refuseMistypedCommand(word: string, pathExists: (path: string) => boolean): void {
  const nearest = /^\w+$/.test(word) ? nearestTo(word, COMMAND_NAMES) : null;
  if (nearest === null || pathExists(word)) return;
  throw new UserError(`there is neither a command nor a path "${word}"; did you mean "${nearest}"?`);
}

const HELP_TOPICS: readonly HelpTopic[] = ['scan', 'baseline', 'explain', 'hook', 'rules'];

function readHelp(args: readonly string[]): Command {
  const { values, positionals } = parse('help', args);
  if (values.version) return { kind: 'version' };
  const [word] = positionals;
  if (word === undefined || word === 'help') return { kind: 'help', topic: 'overview' };
  const topic = HELP_TOPICS.find((each) => each === word);
  if (topic !== undefined) return { kind: 'help', topic };
  const nearest = nearestTo(word, HELP_TOPICS);
  throw new UserError(
    `there is no command "${word}"${nearest === null ? '' : `; did you mean "${nearest}"?`}`,
  );
}
