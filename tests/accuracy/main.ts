/**
 * `npm run accuracy -- FILE.jsonl… FILE.json…`: recall and false alarms, by kind, on labelled cases in the format of
 * `contexts.jsonl` (see `tests/support/accuracy-cases.ts`), and how single keys in the format of `vectors.json` are
 * taken; without a file on the cases in `test-fixtures/accuracy`.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createEngine } from '../../src/detect/engine.ts';
import { compileRuleFiles } from '../../src/rules/compile.ts';
import { samplesOf } from '../../src/rules/placeholders.ts';
import { isOnByDefault } from '../../src/rules/rule-file.ts';
import { readCases } from '../support/accuracy-cases.ts';
import { judgeCase } from './judge-case.ts';
import { readVectors, vectorProblem } from './vectors.ts';

type Tally = { cases: number; expected: number; found: number; falseAlarms: number };

const OWN_CASES = 'test-fixtures/accuracy';
const { rules } = compileRuleFiles(await readAll('rules', '.yaml'));
const samples = samplesOf(rules);
const engine = createEngine(rules.filter(({ ruleset }) => isOnByDefault(ruleset)));
const files = process.argv.slice(2);
const missing = files.find((name) => !existsSync(name));
if (missing === undefined) await run();
else {
  process.stderr.write(`accuracy: there is no file ${missing}\n`);
  process.exitCode = 2;
}

async function run(): Promise<void> {
  const sources =
    files.length === 0
      ? await readAll(OWN_CASES, '.jsonl')
      : await Promise.all(files.map(async (name) => ({ name, text: await readFile(name, 'utf8') })));
  const [vectors, cases] = [true, false].map((isVectors) =>
    sources.filter(({ name }) => name.endsWith('.json') === isVectors).map(({ text }) => text),
  );
  if (cases?.length) runCases(cases);
  if (vectors?.length) runVectors(vectors);
}

function runCases(texts: readonly string[]): void {
  const tallies = new Map<string, Tally>();
  for (const sample of texts.flatMap((text) => readCases(text, samples))) {
    const { missed, falseAlarms, misplaced } = judgeCase(engine, sample);
    const tally = tallies.get(sample.kind) ?? { cases: 0, expected: 0, found: 0, falseAlarms: 0 };
    tallies.set(sample.kind, {
      cases: tally.cases + 1,
      expected: tally.expected + sample.expect.length,
      found: tally.found + sample.expect.length - missed.length,
      falseAlarms: tally.falseAlarms + falseAlarms.length,
    });
    const tell = (what: string) => print(`${sample.id} ${sample.file_name}: ${what}`);
    for (const secret of missed) tell(`missed ${shortened(secret)}`);
    for (const secret of falseAlarms) tell(`false alarm ${shortened(secret)}`);
    for (const place of misplaced) tell(`a key at ${place} was found elsewhere only`);
  }
  printCases(tallies);
}

function runVectors(texts: readonly string[]): void {
  const tallies = new Map<string, { valid: number; nearMisses: number; wrong: number }>();
  for (const vector of texts.flatMap(readVectors)) {
    const problem = vectorProblem(engine, vector);
    const tally = tallies.get(vector.kind) ?? { valid: 0, nearMisses: 0, wrong: 0 };
    tallies.set(vector.kind, tally);
    tally[vector.checksum_valid ? 'valid' : 'nearMisses'] += 1;
    if (problem === null) continue;
    tally.wrong += 1;
    print(`${vector.kind} ${shortened(vector.key)} (${vector.note ?? 'no note'}): ${problem}`);
  }
  print('');
  print('| kind | checksum holds | does not | taken wrongly |');
  print('| --- | ---: | ---: | ---: |');
  const total = { valid: 0, nearMisses: 0, wrong: 0 };
  for (const [kind, tally] of tallies) {
    print(`| ${kind} | ${tally.valid} | ${tally.nearMisses} | ${tally.wrong} |`);
    for (const key of ['valid', 'nearMisses', 'wrong'] as const) total[key] += tally[key];
  }
  print(`| all | ${total.valid} | ${total.nearMisses} | ${total.wrong} |`);
}

async function readAll(folder: string, ending: string): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(`${folder}/${name}`, 'utf8') })),
  );
}

function printCases(tallies: ReadonlyMap<string, Tally>): void {
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
