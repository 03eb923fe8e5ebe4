import type { Credential } from '../../credentials/report.ts';
import { BLANK_LINE, bulleted, type Layout, paragraph } from './layout.ts';
import { formatRanges } from './numbers.ts';
import { type Line, type Span, span, unbroken } from './span.ts';

/** A credential with its number in the report. */
type Numbered = { readonly credential: Credential; readonly number: number };

/** Credentials of one kind, for which most of the advice is the same. */
type Group = { readonly titles: Set<string>; readonly members: Numbered[] };

/** A piece of advice, and the numbers of the credentials that it is for. */
type Advice = { readonly text: string; readonly numbers: number[] };

/** Commands, and the numbers of the credentials that they are for. */
type CommandBlock = { readonly commands: readonly string[]; readonly numbers: number[] };

/** What to do now, once for all credentials of a kind; what is not for all of them says for which. */
export function* adviceLines(credentials: readonly Credential[], layout: Layout): Generator<Line> {
  const groups = groupByAdvice(credentials);
  yield [span('What to do now', 'bold')];
  for (const group of groups) {
    if (credentials.length > 1) {
      yield BLANK_LINE;
      yield* paragraph(groupTitle(group), layout, 0);
    }
    yield* groupLines(group, layout);
  }
}

/** The first step is about the kind of key; later ones also depend on how far it got. */
function groupByAdvice(credentials: readonly Credential[]): Group[] {
  const groups = new Map<string, Group>();
  credentials.forEach((credential, index) => {
    const { summary, steps } = credential.remediation;
    const key = steps[0] ?? summary;
    const group = groups.get(key) ?? { titles: new Set(), members: [] };
    group.titles.add(credential.title);
    group.members.push({ credential, number: index + 1 });
    groups.set(key, group);
  });
  return [...groups.values()];
}

const MOST_TITLES = 3;

function groupTitle({ titles, members }: Group): Line {
  const names = [...titles].slice(0, MOST_TITLES).join(', ');
  const more = titles.size > MOST_TITLES ? ' and others' : '';
  return [span(`${names}${more}`, 'bold'), span(` (${formatRanges(members.map(({ number }) => number))})`)];
}

function* groupLines({ members }: Group, layout: Layout): Generator<Line> {
  yield* summaryLines(members, layout);
  let step = 0;
  for (const { text, numbers } of collect(members, ({ remediation }) => remediation.steps)) {
    step += 1;
    const which = numbers.length === members.length ? [] : forThese(numbers);
    yield* bulleted(span(`${step}.`, 'bold'), [...which, span(text)], layout, layout.indent);
  }
  yield* commandLines(members, layout);
}

const END_OF_SENTENCE = /(?<=[.!?]) +/;

/** How far each got differs, what to do about it mostly not: sentences for all stand once, in one paragraph. */
function* summaryLines(members: readonly Numbered[], layout: Layout): Generator<Line> {
  const sentences = collect(members, ({ remediation }) => remediation.summary.split(END_OF_SENTENCE));
  const common = sentences.filter(({ numbers }) => numbers.length === members.length);
  for (const { text, numbers } of sentences.filter((each) => !common.includes(each))) {
    yield* paragraph([...forThese(numbers), span(text)], layout, layout.indent);
  }
  if (common.length === 0) return;
  yield* paragraph([span(common.map(({ text }) => text).join(' '))], layout, layout.indent);
}

function forThese(numbers: readonly number[]): Span[] {
  return [span(`For ${formatRanges(numbers)}: `, 'bold')];
}

/** Blocks of commands that are shown for single credentials; the others get the same with other names. */
const MOST_BLOCKS = 3;

/** Commands in the order in which to run them. They are not wrapped: they are there to be copied. */
function* commandLines(members: readonly Numbered[], layout: Layout): Generator<Line> {
  const { common, blocks } = splitCommands(members);
  const margin = span(' '.repeat(layout.indent));
  const block = (commands: readonly string[]): Line[] =>
    commands.map((command) => [margin, span('  '), unbroken(command, 'cyan')]);
  if (common.length > 0) yield* [BLANK_LINE, ...block(common)];
  for (const { commands, numbers } of blocks.slice(0, MOST_BLOCKS)) {
    yield* [BLANK_LINE, [margin, ...forThese(numbers)], ...block(commands)];
  }
  const hidden = blocks.slice(MOST_BLOCKS).flatMap(({ numbers }) => numbers);
  if (hidden.length === 0) return;
  yield BLANK_LINE;
  const like = span('the like, with their own names; the JSON report has every command.');
  yield* paragraph([...forThese(hidden.sort((a, b) => a - b)), like], layout, layout.indent);
}

/** The commands that all begin with, and for those that go on differently how they do. */
function splitCommands(members: readonly Numbered[]): { common: readonly string[]; blocks: CommandBlock[] } {
  const lists = members.map(({ credential }) => credential.remediation.commands);
  const [first = [], ...others] = lists;
  const differsAt = first.findIndex((command, index) => others.some((list) => list[index] !== command));
  const common = differsAt < 0 ? first : first.slice(0, differsAt);
  const blocks = new Map<string, CommandBlock>();
  for (const { credential, number } of members) {
    const commands = credential.remediation.commands.slice(common.length);
    if (commands.length === 0) continue;
    const key = JSON.stringify(commands);
    const block = blocks.get(key) ?? { commands, numbers: [] };
    block.numbers.push(number);
    blocks.set(key, block);
  }
  return { common, blocks: [...blocks.values()] };
}

/** Every different text once, in the order in which the first credential that has it gives it. */
function collect(
  members: readonly Numbered[],
  textsOf: (credential: Credential) => readonly string[],
): Advice[] {
  const advice = new Map<string, number[]>();
  for (const { credential, number } of members) {
    for (const text of new Set(textsOf(credential))) {
      const numbers = advice.get(text);
      if (numbers === undefined) advice.set(text, [number]);
      else numbers.push(number);
    }
  }
  return [...advice].map(([text, numbers]) => ({ text, numbers }));
}
