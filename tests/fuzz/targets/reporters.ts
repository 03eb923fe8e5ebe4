/** Every report of a repository that has one hostile text wherever it has a say: inert, and well formed. */
import { parse as parseCsv } from 'csv-parse/sync';
import { DANGEROUS } from '../../report/dangerous-text.ts';
import { hostileReport } from '../../report/hostile-report.ts';
import { render } from '../../report/render.ts';
import { readWorkflowCommands } from '../../report/workflow-commands.ts';
import { demandSame, type FuzzTarget } from '../target.ts';

const FORMATS = [
  'text',
  'json',
  'jsonl',
  'sarif',
  'html',
  'markdown',
  'junit',
  'csv',
  'gitlab',
  'github',
] as const;
/** What the formats say of a text that does no harm: the page of the HTML report has characters of its own. */
const HARMLESS = new Map<string, string>();
for (const format of FORMATS) HARMLESS.set(format, await render(format, hostileReport('text')));

export const { fuzz, seeds }: FuzzTarget = {
  async fuzz(data) {
    const report = hostileReport(data.toString('utf8'));
    for (const format of FORMATS) {
      const output = await render(format, report);
      const harmless = HARMLESS.get(format) ?? '';
      demandSame(
        dangerousIn(output),
        dangerousIn(harmless),
        `${format} holds nothing that a terminal acts on`,
      );
      if (format === 'json' || format === 'sarif' || format === 'gitlab') JSON.parse(output);
      if (format === 'jsonl') for (const line of output.trimEnd().split('\n')) JSON.parse(line);
      if (format === 'csv') parseCsv(output, { bom: true });
      if (format === 'github')
        demandSame(
          readWorkflowCommands(output).map(({ name }) => name),
          readWorkflowCommands(harmless).map(({ name }) => name),
          'commands',
        );
    }
  },
  seeds: () =>
    [
      'plain',
      '::error file=a::b\n::add-mask::x',
      '##[error]x',
      '\x1b]8;;http://x\x07a\x1b[2J',
      '\u202eabc\u2066',
      "=cmd|'/c calc'!A1",
      '+1\t-1\r@x',
      '"><script>alert(1)</script>',
      ']]>--><!--',
      '[a](javascript:b) `c` | *d* <e> #1 @f',
      '../../%2e%2e//\\x?y#z',
      '\ufeff\ud800\u{e0041}\0',
    ].map((text) => Buffer.from(text)),
};

function dangerousIn(output: string): string[] {
  return output.replaceAll('\n', '').match(new RegExp(DANGEROUS, 'gu')) ?? [];
}
