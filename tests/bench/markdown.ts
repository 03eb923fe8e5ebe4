import { type ComparisonResult, type Measured, median } from './compare.ts';
import type { Command } from './measure.ts';

/** What the numbers were measured with and on: name and value. */
export type Circumstances = readonly (readonly [name: string, value: string])[];

/** The results as Markdown: circumstances, a table, and the commands to repeat them with. */
export function benchmarkReport(
  circumstances: Circumstances,
  results: readonly ComparisonResult[],
  notes: readonly string[],
): string {
  return [
    '# keypetrel benchmark',
    '',
    ...circumstances.map(([name, value]) => `- ${name}: ${value}`),
    '',
    '| comparison | keypetrel: median (fastest to slowest) | yardstick: median (fastest to slowest) | ratio | difference | peak memory | yardstick |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...results.map(tableRow),
    '',
    ...notes.flatMap((note) => [note, '']),
    'Median wall times of alternating runs; peak memory is that of a process and its children together.',
    '',
    '## Commands',
    '',
    ...results.flatMap(commands),
  ].join('\n');
}

function tableRow({ comparison, subject, yardstick, ratio }: ComparisonResult): string {
  const difference = median(subject.times) - median(yardstick.times);
  const cells = [
    `${comparison.name} (${comparison.runs} runs)`,
    times(subject),
    times(yardstick),
    `**${ratio.toFixed(2)}**`,
    milliseconds(difference),
    memory(subject),
    memory(yardstick),
  ];
  return `| ${cells.join(' | ')} |`;
}

function times({ times: values }: Measured): string {
  return `${milliseconds(median(values))} (${milliseconds(values[0])} to ${milliseconds(values.at(-1))})`;
}

function milliseconds(value = Number.NaN): string {
  return Math.abs(value) < 100 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString('en')} ms`;
}

function memory({ memory: bytes }: Measured): string {
  return bytes === null ? 'unknown' : `${Math.round(bytes / 1e6)} MB`;
}

function commands({ comparison }: ComparisonResult): string[] {
  const lines = [comparison.subject, comparison.yardstick].map(commandLine);
  return [`${comparison.name}:`, '', '```sh', ...lines, '```', ''];
}

/** The command as one would type it. */
function commandLine({ file, args, cwd, stdin }: Command): string {
  const line = [file, ...args].map(quote).join(' ');
  const inFolder = cwd === undefined ? line : `cd ${quote(cwd)} && ${line}`;
  return `${inFolder}${stdin === undefined ? '' : ` < ${quote(stdin)}`} > /dev/null`;
}

function quote(argument: string): string {
  return /^[\w./:=@+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
