/** Ignore files: of the repository that is scanned, and so anybody's. */
import { formatBaseline, parseBaseline } from '../../../src/credentials/baseline.ts';
import { isInForce, parseIgnoreFile } from '../../../src/credentials/ignore-file.ts';
import { UserError } from '../../../src/errors.ts';
import { createPathFilter } from '../../../src/sources/path-filter.ts';
import { demandSame, type FuzzTarget } from '../target.ts';

const PATHS = ['a', 'src/a.ts', '.env', 'a b/[c]/{d}', '\ufffd/x\n', `${'d/'.repeat(50)}x`];

export const { fuzz, seeds }: FuzzTarget = {
  async fuzz(data) {
    const text = data.toString('utf8');
    await orRefused(async () => {
      const { patterns, fingerprints } = parseIgnoreFile(text, '.keypetrelignore');
      for (const each of fingerprints) isInForce(each, '2026-11-25');
      const filter = await createPathFilter({ include: patterns, exclude: patterns });
      for (const path of PATHS) filter(path);
    });
    await orRefused(async () => {
      const entries = parseBaseline(text, 'baseline.json');
      demandSame(parseBaseline(formatBaseline(entries), 'again').length, entries.length, 'a baseline');
    });
  },
  seeds() {
    const fingerprint = `kp1:${'0'.repeat(40)}`;
    const entry = { fingerprint, rule: 'azure-openai-key', path: 'a' };
    return [
      Buffer.from(`# comment\n*.env\n!keep\n/a/**/b[a-z]\\ \n${fingerprint} until 2026-12-31 known\n`),
      Buffer.from(`${fingerprint} reason\r\n{a,b}/c?[^d]\n`),
      Buffer.from(formatBaseline([entry])),
    ];
  },
};

async function orRefused(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
