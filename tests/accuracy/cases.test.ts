/** Every labelled case of `test-fixtures/accuracy`: all its keys at their places, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/detect/engine.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { isOnByDefault } from '../../src/rules/rule-file.ts';
import { type AccuracyCase, readCases } from '../support/accuracy-cases.ts';
import { samples } from '../support/keys.ts';
import { judgeCase } from './judge-case.ts';

const folder = join(import.meta.dirname, '..', '..', 'test-fixtures', 'accuracy');
const engine = createEngine(builtinRules().filter(({ ruleset }) => isOnByDefault(ruleset)));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .map((name): [string, AccuracyCase[]] => [
    name,
    readCases(readFileSync(join(folder, name), 'utf8'), samples),
  ]);

describe.each(files)('%s', (_, cases) => {
  test.each(
    cases.map((each): [string, string, AccuracyCase] => [each.id, each.note ?? each.file_name, each]),
  )('%s: %s', (_id, _note, each) => {
    expect(judgeCase(engine, each)).toEqual({ missed: [], falseAlarms: [], misplaced: [] });
  });

  test('the kind "none" expects nothing, and no other does', () => {
    const wrong = cases.filter(({ kind, expect: keys }) => (kind === 'none') !== (keys.length === 0));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

test('no id is used twice', () => {
  const ids = files.flatMap(([, cases]) => cases.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(700);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

/** The files themselves: placeholders only. Other scanners would report anything else, and rightly. */
test.each(files.map(([name]) => name))('%s holds nothing that has the shape of a key', (name) => {
  const text = readFileSync(join(folder, name), 'utf8').replaceAll(/\{\{[a-z0-9:|A-Z-]+\}\}/g, ' ');
  expect(text).not.toMatch(/(?<![A-Za-z0-9])[0-9a-fA-F]{32}(?![A-Za-z0-9])/);
  expect(text).not.toMatch(/T3BlbkFJ[A-Za-z0-9_-]{16}|JQQJ9[9DH][A-Za-z0-9]{24}|[A-Za-z0-9+/]{85}==/);
});
