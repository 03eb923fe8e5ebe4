import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html.ts';
import { builtinRules } from '../../../src/rules/catalogue.ts';
import { scan } from '../../../src/scan.ts';
import { temporaryFolder } from '../../support/git-repo.ts';
import { expandFixture } from '../../support/keys.ts';

const WINDOW = 8;

/** Every key that the examples of the rules hold, planted as the examples have it, and in worse places. */
function plantKeys(): { folder: string; secrets: string[] } {
  const folder = temporaryFolder();
  const secrets = new Set<string>();
  for (const rule of builtinRules()) {
    for (const [index, example] of rule.examples.entries()) {
      const text = expandFixture(example.text);
      const file = join(folder, rule.family, String(index), example.path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      for (const found of example.finds) secrets.add(expandFixture(found));
      // Several on one line, side by side, without a newline at the end.
      const line = `${text.replaceAll(/\s+/g, ' ')} ${text.replaceAll(/\s+/g, ' ')}`;
      writeFileSync(`${file}.line`, line);
      writeFileSync(`${file}.utf16`, Buffer.from(`\ufeff${text}`, 'utf16le'));
    }
  }
  return { folder, secrets: [...secrets] };
}

describe('secrets in the HTML report', () => {
  it('are not there, not even eight characters of one beyond what is shown', async () => {
    const { folder, secrets } = plantKeys();
    const report = await scan({ paths: [folder], target: 'files', minConfidence: 'low' });
    expect(report.credentials.length).toBeGreaterThan(40);
    const html = [...renderHtml(report)].join('');
    const leaks = secrets.flatMap((secret) => leaksOf(secret, html));
    expect(leaks).toEqual([]);
  });

  it('are there when they were asked for', async () => {
    const { folder, secrets } = plantKeys();
    const report = await scan({ paths: [folder], target: 'files', minConfidence: 'low', showSecrets: true });
    const html = [...renderHtml(report)].join('');
    const shown = secrets.filter((secret) => html.includes(secret));
    expect(shown.length).toBeGreaterThan(40);
  });

  /** The places in a secret whose characters stand in a text, but for its public prefix and fixed mark. */
  function leaksOf(secret: string, text: string): string[] {
    const prefix = /^(?:sk-(?:[a-z]+-)?|bedrock-api-key-)/i.exec(secret)?.[0].length ?? 0;
    const mark = secret.indexOf(OPENAI_MARK);
    const leaks: string[] = [];
    for (let at = 0; at + WINDOW <= secret.length; at++) {
      if (at + WINDOW <= prefix + 4 || at === mark) continue;
      if (text.includes(secret.slice(at, at + WINDOW))) leaks.push(`${secret.length} characters, at ${at}`);
    }
    return leaks;
  }
});

/** Eight characters that every such key has. */
const OPENAI_MARK = ['T3Bl', 'bkFJ'].join('');
