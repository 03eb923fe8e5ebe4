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
  const all = members.length;
  for (const { text, numbers } of collect(members, ({ remediation }) => [remediation.summary])) {
    yield* paragraph([...forWhich(numbers, all), span(text)], layout, layout.indent);
  }
  let step = 0;
  for (const { text, numbers } of collect(members, ({ remediation }) => remediation.steps)) {
    step += 1;
    yield* bulleted(span(`${step}.`, 'bold'), [...forWhich(numbers, all), span(text)], layout, layout.indent);
  }
  yield* commandLines(members, layout);
}

function forWhich(numbers: readonly number[], all: number): Span[] {
  return numbers.length === all ? [] : [span(`For ${formatRanges(numbers)}: `, 'bold')];
}

/** Blocks of commands that are shown for single credentials; the others get the same with other names. */
const MOST_BLOCKS = 3;

/** Commands are not wrapped: they are there to be copied. */
function* commandLines(members: readonly Numbered[], layout: Layout): Generator<Line> {
  const blocks = new Map<string, { numbers: readonly number[]; commands: string[] }>();
  for (const { text, numbers } of collect(members, ({ remediation }) => remediation.commands)) {
    const key = numbers.join();
    const block = blocks.get(key) ?? { numbers, commands: [] };
    block.commands.push(text);
    blocks.set(key, block);
  }
  const margin = ' '.repeat(layout.indent);
  const hidden = new Set<number>();
  let shown = 0;
  for (const { numbers, commands } of blocks.values()) {
    shown += 1;
    if (shown > MOST_BLOCKS) {
      for (const number of numbers) hidden.add(number);
      continue;
    }
    yield BLANK_LINE;
    if (numbers.length < members.length) yield [span(margin), span(`For ${formatRanges(numbers)}:`, 'bold')];
    for (const command of commands) yield [span(`${margin}  `), unbroken(command, 'cyan')];
  }
  if (hidden.size === 0) return;
  const numbers = formatRanges([...hidden].sort((a, b) => a - b));
  yield BLANK_LINE;
  yield* paragraph(
    [
      span(`For ${numbers}: `, 'bold'),
      span('the like, with their own names; the JSON report has every command.'),
    ],
    layout,
    layout.indent,
  );
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
