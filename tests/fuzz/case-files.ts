import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, readCases } from '../support/accuracy-cases.ts';
import { samples } from '../support/keys.ts';

/** Longer ones slow a fuzzer down, in bytes. */
const LONGEST = 4096;

/** The files of the accuracy cases, with made-up keys in them. The tests and the fuzzer run in the project's folder. */
export function caseFiles(): Buffer[] {
  const folder = join(process.cwd(), 'test-fixtures/accuracy');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readCases(readFileSync(join(folder, name), 'utf8'), samples))
    .map(fileOf)
    .filter(({ length }) => length <= LONGEST);
}
