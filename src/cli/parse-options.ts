import { parseArgs } from 'node:util';
import { UserError } from '../errors.ts';
import { listOf, nearestTo, suggestionFor } from '../suggest.ts';
import type { OptionDefinition, OptionTable, OptionValues } from './option-definition.ts';

export type ParsedOptions<Table extends OptionTable> = {
  readonly values: OptionValues<Table>;
  readonly positionals: readonly string[];
};

/** One option as it was given. */
type GivenOption = {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
};

/**
 * Reads arguments by a table of options.
 * @param elsewhere the command that has an option which this table lacks, for the error; null when none has.
 * @throws UserError with one line that says what is wrong and what would be right.
 */
export function parseOptions<Table extends OptionTable>(
  table: Table,
  args: readonly string[],
  elsewhere: (name: string) => string | null,
): ParsedOptions<Table> {
  const { tokens } = tokenize(table, args);
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const definition = definitionOf(table, token, elsewhere);
    const values = given.get(token.name) ?? [];
    values.push(givenValue(token, definition));
    if (values.length > 1 && !definition.isRepeatable)
      throw new UserError(`${token.rawName} is given more than once`);
    given.set(token.name, values);
  }
  const values = Object.entries(table).map(([name, definition]) => [
    name,
    definition.read(given.get(name) ?? [], `--${name}`),
  ]);
  return { values: Object.fromEntries(values) as OptionValues<Table>, positionals };
}

/** Node's parser in its tolerant mode: the errors are ours, in words that help. */
export function tokenize(table: OptionTable, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { short, placeholder }]) => [
      name,
      {
        type: placeholder === null ? ('boolean' as const) : ('string' as const),
        ...(short !== undefined && { short }),
      },
    ]),
  );
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
}

function definitionOf(
  table: OptionTable,
  { name, rawName }: GivenOption,
  elsewhere: (name: string) => string | null,
): OptionDefinition {
  if (Object.hasOwn(table, name)) {
    const definition = table[name];
    if (definition !== undefined) return definition;
  }
  const command = elsewhere(name);
  if (command !== null)
    throw new UserError(`${rawName} is an option of "keypetrel ${command}", and not of this command`);
  throw new UserError(`unknown option "${rawName}"${optionSuggestion(table, rawName)}`);
}

function optionSuggestion(table: OptionTable, rawName: string): string {
  const names = Object.keys(table);
  if (rawName.startsWith('--'))
    return suggestionFor(
      rawName,
      names.map((name) => `--${name}`),
    );
  const letter = rawName.slice(1).toLowerCase();
  const matching = names.filter((name) => name.startsWith(letter));
  return matching.length === 1 ? `; did you mean "--${matching[0]}"?` : '';
}

function givenValue(
  { name, rawName, value, inlineValue }: GivenOption,
  definition: OptionDefinition,
): string {
  if (definition.placeholder === null) {
    if (value !== undefined) throw new UserError(`${rawName} takes no value`);
    return '';
  }
  const isNextOption = value !== undefined && inlineValue === false && /^-./.test(value);
  if (value !== undefined && !isNextOption) return value;
  const { values, placeholder } = definition;
  const wanted = values.length > 0 ? `one of ${listOf(values)}` : placeholder;
  const inline =
    isNextOption && nearestTo(value, [`--${name}`]) === null
      ? ` (a value that starts with "-" is written --${name}=${value})`
      : '';
  throw new UserError(`${rawName} needs a value: ${wanted}${values.length > 0 ? '' : inline}`);
}
