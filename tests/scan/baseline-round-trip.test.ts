import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatBaseline, toEntry } from '../../src/credentials/baseline.ts';
import { scan } from '../../src/scan.ts';
import { temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

/** Lines in which a key is found, whatever stands around it. */
const LINES: Readonly<Record<string, (secret: string) => string>> = {
  'azure-openai-key': (secret) => `AZURE_OPENAI_API_KEY=${secret}`,
  'openai-project-key': (secret) => `OPENAI_API_KEY="${secret}"`,
  'azure-legacy-key': (secret) => `AZURE_OPENAI_API_KEY: ${secret}`,
};

const anyPlace = fc.record({
  sample: fc.constantFrom(...Object.keys(LINES)),
  number: fc.integer({ min: 1, max: 4 }),
  path: fc.constantFrom('a.env', 'b/c.yaml', 'b/d.txt', 'e.md'),
  linesBefore: fc.nat({ max: 3 }),
});
type Place = { sample: string; number: number; path: string; linesBefore: number };

function plant(folder: string, places: readonly Place[]): void {
  const texts = new Map<string, string>();
  for (const { sample, number, path, linesBefore } of places) {
    const line = LINES[sample]?.(key(sample, number)) ?? '';
    texts.set(path, `${texts.get(path) ?? ''}${'# a comment\n'.repeat(linesBefore)}${line}\n`);
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

it('a baseline keeps out exactly what was found when it was written, wherever it stands now', async () => {
  let cases = 0;
  let known = 0;
  let fresh = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPlace, { maxLength: 8 }),
      fc.array(anyPlace, { maxLength: 8 }),
      async (before, after) => {
        const [old, now, elsewhere] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
        plant(old, before);
        plant(now, after);
        const first = await scan({ paths: [old] });
        const baseline = join(elsewhere, 'known.json');
        writeFileSync(baseline, formatBaseline(first.credentials.map(toEntry)));
        const whole = await scan({ paths: [now] });
        const left = await scan({ paths: [now], baseline });

        const prints = (report: typeof whole) => report.credentials.map(({ fingerprint }) => fingerprint);
        const written = new Set(prints(first));
        expect(prints(left)).toEqual(prints(whole).filter((each) => !written.has(each)));
        const found = new Set(prints(whole));
        expect(left.suppressed.baseline).toBe(prints(whole).filter((each) => written.has(each)).length);
        expect(left.baseline?.gone?.map(({ fingerprint }) => fingerprint)).toEqual(
          [...written].filter((each) => !found.has(each)).sort(),
        );
        expect((await scan({ paths: [old], baseline })).credentials).toEqual([]);
        cases += 1;
        known += left.suppressed.baseline;
        fresh += left.credentials.length;
      },
    ),
    { numRuns: 60, seed: 1 },
  );
  expect(cases).toBe(60);
  // Both kinds were there, or the law would say nothing.
  expect([known, fresh].every((count) => count > 20)).toBe(true);
});
