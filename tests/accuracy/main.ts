/**
 * `npm run accuracy -- FILE.jsonl…`: recall and false alarms, by kind, on labelled cases in the format of
 * `shared/cases/contexts.jsonl`: `{id, kind, file_name, text, encoding?, expect}` on each line.
 */
import { readdir, readFile } from 'node:fs/promises';
import { detect } from '../../src/detect/detect.ts';
import { createEngine } from '../../src/detect/engine.ts';
import { isAtLeast } from '../../src/detect/finding.ts';
import { compileRuleFiles } from '../../src/rules/compile.ts';

type Case = {
  readonly id: string;
  readonly kind: string;
  readonly file_name: string;
  readonly text: string;
  readonly encoding?: string;
  readonly expect: readonly string[];
};
type Tally = { cases: number; expected: number; found: number; falseAlarms: number };

const tallies = new Map<string, Tally>();
const engine = createEngine(compileRuleFiles(await readRuleSources()).rules);
for (const file of process.argv.slice(2)) {
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (line.trim() !== '') judgeCase(JSON.parse(line) as Case);
  }
}
printTable();

async function readRuleSources(): Promise<{ name: string; text: string }[]> {
  const names = await readdir('rules');
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(`rules/${name}`, 'utf8') })));
}

function judgeCase(sample: Case): void {
  const found = detect(engine, encode(sample), sample.file_name).filter((finding) =>
    isAtLeast(finding.confidence, 'medium'),
  );
  const secrets = new Set<string>(found.map((finding) => finding.secret));
  const missed = sample.expect.filter((secret) => !secrets.has(secret));
  const extra = [...secrets].filter((secret) => !sample.expect.includes(secret));
  const tally = tallies.get(sample.kind) ?? { cases: 0, expected: 0, found: 0, falseAlarms: 0 };
  tallies.set(sample.kind, {
    cases: tally.cases + 1,
    expected: tally.expected + sample.expect.length,
    found: tally.found + sample.expect.length - missed.length,
    falseAlarms: tally.falseAlarms + extra.length,
  });
  for (const secret of missed)
    print(`${sample.id} ${sample.file_name}: missed ${secret.slice(0, 6)}… (${secret.length})`);
  for (const secret of extra)
    print(`${sample.id} ${sample.file_name}: false alarm ${secret.slice(0, 6)}… (${secret.length})`);
}

function encode({ text, encoding }: Case): Buffer {
  if (encoding === undefined || encoding === 'utf8' || encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  if (encoding === 'base64') return Buffer.from(text, 'base64');
  throw new Error(`unknown encoding ${encoding}`);
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
