/**
 * `npm run accuracy -- FILE.jsonl…`: recall and false alarms, by kind, on labelled cases in the format of
 * `contexts.jsonl` (see `tests/support/accuracy-cases.ts`); without a file on those in `test-fixtures/accuracy`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createEngine } from '../../src/detect/engine.ts';
import { compileRuleFiles } from '../../src/rules/compile.ts';
import { samplesOf } from '../../src/rules/placeholders.ts';
import { isOnByDefault } from '../../src/rules/rule-file.ts';
import { readCases } from '../support/accuracy-cases.ts';
import { judgeCase } from './judge-case.ts';

type Tally = { cases: number; expected: number; found: number; falseAlarms: number };

const OWN_CASES = 'test-fixtures/accuracy';
const { rules } = compileRuleFiles(await readAll('rules', '.yaml'));
const samples = samplesOf(rules);
const engine = createEngine(rules.filter(({ ruleset }) => isOnByDefault(ruleset)));
const tallies = new Map<string, Tally>();
const files = process.argv.slice(2);
const sources =
  files.length === 0
    ? await readAll(OWN_CASES, '.jsonl')
    : await Promise.all(files.map(async (name) => ({ name, text: await readFile(name, 'utf8') })));
for (const { text } of sources) {
  for (const sample of readCases(text, samples)) {
    const { missed, falseAlarms } = judgeCase(engine, sample);
    const tally = tallies.get(sample.kind) ?? { cases: 0, expected: 0, found: 0, falseAlarms: 0 };
    tallies.set(sample.kind, {
      cases: tally.cases + 1,
      expected: tally.expected + sample.expect.length,
      found: tally.found + sample.expect.length - missed.length,
      falseAlarms: tally.falseAlarms + falseAlarms.length,
    });
    for (const secret of missed) print(`${sample.id} ${sample.file_name}: missed ${shortened(secret)}`);
    for (const secret of falseAlarms)
      print(`${sample.id} ${sample.file_name}: false alarm ${shortened(secret)}`);
  }
}
printTable();

async function readAll(folder: string, ending: string): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(`${folder}/${name}`, 'utf8') })),
  );
}

function printTable(): void {
  print('');
  print('| kind | cases | keys | found | recall | false alarms |');
  print('| --- | ---: | ---: | ---: | ---: | ---: |');
  const total: Tally = { cases: 0, expected: 0, found: 0, falseAlarms: 0 };
  for (const [kind, tally] of tallies) {
    printRow(kind, tally);
    for (const key of ['cases', 'expected', 'found', 'falseAlarms'] as const) total[key] += tally[key];
  }
  printRow('all', total);
}

function printRow(kind: string, { cases, expected, found, falseAlarms }: Tally): void {
  const recall = expected === 0 ? '-' : `${((100 * found) / expected).toFixed(1)} %`;
  print(`| ${kind} | ${cases} | ${expected} | ${found} | ${recall} | ${falseAlarms} |`);
}

function shortened(secret: string): string {
  return `${secret.slice(0, 6)}… (${secret.length})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
