import { UserError } from '../errors.ts';
import { listOf, suggestionFor } from '../suggest.ts';

/** One option of the command line: how it is written, read, checked and explained. */
export type OptionDefinition<Value = unknown> = {
  /** One letter, for `-f`. */
  readonly short?: string;
  /** What stands for the value in the help; null for an option without a value. */
  readonly placeholder: string | null;
  /** Whether it may be given more than once. */
  readonly isRepeatable: boolean;
  /** The values that it takes, where they can be listed. */
  readonly values: readonly string[];
  /** The heading that the help shows it under. */
  readonly group: string;
  readonly help: string;
  /**
   * Makes what the program gets out of the values that were given, which may be none.
   * @throws UserError for a value that is not allowed.
   */
  read(values: readonly string[], name: string): Value;
};

/** Options by their long name. */
export type OptionTable = Readonly<Record<string, OptionDefinition>>;

/** The values that reading a table's options gives. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: ReturnType<Table[Name]['read']>;
};

type Description = { readonly group: string; readonly help: string; readonly short?: string };

/** An option without a value. */
export function flag(description: Description): OptionDefinition<boolean> {
  return {
    ...description,
    placeholder: null,
    isRepeatable: true,
    values: [],
    read: (values) => values.length > 0,
  };
}

/** An option that takes one of some words; null when it is not given. */
export function choice<Word extends string>(
  words: readonly Word[],
  description: Description & { readonly placeholder: string },
): OptionDefinition<Word | null> {
  return {
    ...description,
    isRepeatable: false,
    values: words,
    read: ([value], name) => (value === undefined ? null : oneOf(words, value, name)),
  };
}

/** The word that `value` is. */
export function oneOf<Word extends string>(words: readonly Word[], value: string, name: string): Word {
  const word = words.find((each) => each === value);
  if (word !== undefined) return word;
  const suggestion = suggestionFor(value, words);
  throw new UserError(`${name}: "${value}" is not one of ${listOf(words)}${suggestion}`);
}

/** An option that takes a whole number from `minimum` on; null when it is not given. */
export function wholeNumber(
  minimum: number,
  description: Description & { readonly placeholder: string },
): OptionDefinition<number | null> {
  return {
    ...description,
    isRepeatable: false,
    values: [],
    read: ([value], name) => {
      if (value === undefined) return null;
      if (/^\d{1,9}$/.test(value) && Number(value) >= minimum) return Number(value);
      throw new UserError(`${name}: "${value}" is not a whole number from ${minimum} on`);
    },
  };
}

/** An option that takes any text but an empty one; null when it is not given. */
export function text(
  description: Description & { readonly placeholder: string },
): OptionDefinition<string | null> {
  return {
    ...description,
    isRepeatable: false,
    values: [],
    read: ([value], name) => (value === undefined ? null : anyText(value, name)),
  };
}

/** An option that may be given several times, each with a value. */
export function list<Item = string>(
  description: Description & { readonly placeholder: string },
  readItem: (value: string, name: string) => Item,
): OptionDefinition<readonly Item[]> {
  return {
    ...description,
    isRepeatable: true,
    values: [],
    read: (values, name) => values.map((value) => readItem(value, name)),
  };
}

/** An option that may be given several times, each with one of some words. */
export function choices<Word extends string>(
  words: readonly Word[],
  description: Description & { readonly placeholder: string },
): OptionDefinition<readonly Word[]> {
  return { ...list(description, (value, name) => oneOf(words, value, name)), values: words };
}

/** Reads any text but an empty one. */
export function anyText(value: string, name: string): string {
  if (value === '') throw new UserError(`${name} needs a value that is not empty`);
  return value;
}
