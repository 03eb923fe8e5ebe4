import type { AdviceStep, Credential } from '../../credentials/report.ts';
import { ADVICE_STAGES, type AdviceStage } from '../../rules/rule-file.ts';
import { BLANK_LINE, bulleted, type Layout, paragraph } from './layout.ts';
import { formatRanges } from './numbers.ts';
import { type Line, type Span, span, unbroken } from './span.ts';

/** A credential with its number in the report. */
type Numbered = { readonly credential: Credential; readonly number: number };

/** Credentials of one kind, for which most of the advice is the same. */
type Group = { readonly titles: Set<string>; readonly members: Numbered[] };

/** A piece of advice, and the numbers of the credentials that it is for. */
type Advice = { readonly text: string; readonly numbers: number[] };

/** Credentials that have the same in some respect. */
type Part = readonly Numbered[];

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

const STAGE_TITLES: Readonly<Record<AdviceStage, string>> = {
  revoke: 'Make it worthless',
  investigate: 'See what was done with it',
  undo: 'Take it out',
  prevent: 'Keep it from happening again',
};

/** Stage by stage: nobody has to pick the next step for one credential out of those for others. */
function* groupLines({ members }: Group, layout: Layout): Generator<Line> {
  yield* summaryLines(members, layout);
  let step = 0;
  for (const stage of ADVICE_STAGES) {
    const parts = partition(members, (each) => JSON.stringify(stepsOf(each, stage).map(({ text }) => text)));
    const wanted = parts.filter(([first]) => first !== undefined && stepsOf(first, stage).length > 0);
    if (wanted.length === 0) continue;
    const margin = span(' '.repeat(layout.indent));
    yield* [BLANK_LINE, ...paragraph([span(STAGE_TITLES[stage], 'bold')], layout, layout.indent)];
    for (const part of wanted.slice(0, MOST_PARTS)) {
      if (part.length < members.length) yield [margin, ...forThese(numbersOf(part))];
      for (const [index, { text }] of stepsOf(part[0], stage).entries()) {
        step += 1;
        yield* bulleted(span(`${step}.`, 'bold'), [span(text)], layout, layout.indent);
        yield* commandLines(part, (each) => stepsOf(each, stage)[index]?.commands ?? [], layout);
      }
    }
    yield* theLikeLines(wanted.slice(MOST_PARTS).flat(), layout);
  }
}

/** Different advice that is shown in full for one stage of a group, and commands for one step of it. */
const MOST_PARTS = 5;
const MOST_BLOCKS = 3;

function stepsOf(member: Numbered | undefined, stage: AdviceStage): readonly AdviceStep[] {
  return member?.credential.remediation.plan.filter((step) => step.stage === stage) ?? [];
}

function partition(members: Part, keyOf: (member: Numbered) => string): Part[] {
  const parts = new Map<string, Numbered[]>();
  for (const member of members) {
    const key = keyOf(member);
    const part = parts.get(key) ?? [];
    parts.set(key, part);
    part.push(member);
  }
  return [...parts.values()];
}

function numbersOf(part: Part): number[] {
  return part.map(({ number }) => number);
}

/** Commands in the order in which to run them. They are not wrapped: they are there to be copied. */
function* commandLines(
  part: Part,
  commandsOf: (member: Numbered) => readonly string[],
  layout: Layout,
): Generator<Line> {
  const margin = span(' '.repeat(layout.indent + COMMAND_INDENT));
  const blocks = partition(part, (each) => JSON.stringify(commandsOf(each)));
  for (const block of blocks.slice(0, MOST_BLOCKS)) {
    const [first] = block;
    const commands = first === undefined ? [] : commandsOf(first);
    if (commands.length > 0 && blocks.length > 1) yield [margin, ...forThese(numbersOf(block))];
    for (const command of commands) yield [margin, unbroken(command, 'cyan')];
  }
  yield* theLikeLines(blocks.slice(MOST_BLOCKS).flat(), layout);
}

const COMMAND_INDENT = 3;

function theLikeLines(part: Part, layout: Layout): Line[] {
  if (part.length === 0) return [];
  const like = span('the like, with their own names; the JSON report has all of it.');
  return paragraph(
    [...forThese(numbersOf(part).sort((a, b) => a - b)), like],
    layout,
    layout.indent + COMMAND_INDENT,
  );
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
