import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential, Report } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import { escapeText } from '../../src/report/escape.ts';
import { codeBlock, codeSpan, htmlCode, htmlProse, prose } from '../../src/report/markdown/escape.ts';
import {
  COMMENT_BYTES,
  renderMarkdown,
  renderMarkdownWithin,
  SUMMARY_BYTES,
} from '../../src/report/markdown.ts';
import { anyText, DANGEROUS } from './dangerous-text.ts';
import { hostileReport } from './hostile-report.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeOpenAiCredential,
  makeRemediation,
  makeReport,
} from './make-report.ts';
import { codesOf, htmlOf, markdownProblems, readMarkdown, skeletonOf } from './markdown-tree.ts';

function textOf(report: Report, bytes = COMMENT_BYTES, warnings: string[] = []): string {
  return [...renderMarkdownWithin(bytes, report, { warn: (message) => warnings.push(message) })].join('');
}

/** Names that would mean something in Markdown or HTML, or to GitHub. */
const HOSTILE_NAMES = [
  'a|b',
  'a\\|b',
  'a\\\\|b|',
  '`',
  '``` x ```',
  ' `a` ',
  '</code></td></tr></table><h1>x</h1>',
  '<img src=x onerror=alert(1)>',
  '<!-- ',
  '--> <b>',
  '</details>',
  '&lt;b&gt;',
  '&#64;octocat',
  '@octocat',
  '@org/team',
  '#1',
  'GH-1',
  'octo/repo#12',
  '0123456789abcdef0123456789abcdef01234567',
  '!1 $1 %1 ~bug &1',
  ':smile:',
  'https://evil.example/',
  'www.evil.example',
  'x@evil.example',
  '[a](http://evil.example)',
  '![a](http://evil.example/i.png)',
  '[a]: http://evil.example',
  '<http://evil.example>',
  '[^1]',
  '**bold** _em_ ~~gone~~',
  '- item',
  '1. item',
  '1) item',
  '# heading',
  '> quote',
  '---',
  '===',
  '- [ ] task',
  '    indented',
  '| a | b |\n| - | - |',
  'line\nline',
  'line\n\n<h1>line',
  'line\r\n\r\n```\n# x',
  '$$x$$',
  'http:',
  'mailto:x@evil.example',
];

const several = makeReport({
  credentials: [
    makeCredential({
      occurrences: [makeOccurrence(), makeCommitted(), makeCommitted({ path: 'old.env', inHead: false })],
    }),
    makeOpenAiCredential(),
    makeCredential({
      fingerprint: 'kp1:2',
      exposure: 'committed',
      occurrences: [makeCommitted({ inHead: false, frame: [] })],
    }),
  ],
  coverage: { complete: false, skipped: [{ reason: 'unreadable', count: 1, examples: ['x.bin'] }] },
  suppressed: { belowThreshold: 2 },
});

describe('the Markdown report', () => {
  it('is what the snapshot shows', async () => {
    await expect(textOf(several)).toMatchFileSnapshot('snapshots/several.md');
    expect(markdownProblems(textOf(several))).toEqual([]);
  });

  it('has its details collapsed', () => {
    const html = htmlOf(textOf(several));
    expect(html.match(/<details>/g)).toHaveLength(3);
    expect(html).not.toContain('<details open');
    expect(html.replace(/<details>[\s\S]*?<\/details>/g, '')).not.toContain('Fingerprint');
  });

  it('gives the same advice once', () => {
    const text = textOf(makeReport({ credentials: [makeCredential(), makeCredential(), makeCredential()] }));
    expect(text.match(/az keys regenerate/g)).toHaveLength(1);
    expect(text.match(/the same as for number 1\./g)).toHaveLength(2);
  });

  it.each([
    ['nothing found', makeReport(), 'keypetrel found no credentials\n'],
    [
      'nothing found in an incomplete scan',
      makeReport({ coverage: { complete: false } }),
      'keypetrel found no credentials, but the scan is incomplete\n\n> **Warning:** The scan is incomplete',
    ],
  ])('says in its title: %s', (_, report, expected) => {
    expect(textOf(report)).toContain(`## ${expected}`);
  });

  it('never holds a secret', () => {
    const secret = 'made-up-secret' as SecretText;
    expect(textOf(makeReport({ credentials: [makeCredential({ secret })] }))).not.toContain(secret);
  });
});

describe('the limits of GitHub', () => {
  const many = (count: number): Report =>
    makeReport({
      credentials: Array.from({ length: count }, (_, index) =>
        makeCredential({
          redacted: `r${index}`,
          remediation: makeRemediation('S.', ['revoke', `Step ${index}.`, `az ${index}`]),
        }),
      ),
    });

  it.each([
    ['a comment', COMMENT_BYTES],
    ['a summary', SUMMARY_BYTES],
    ['very little', 4000],
  ])('leave the least severe out of %s, and a sentence says so', (_, bytes) => {
    const warnings: string[] = [];
    const text = textOf(many(9000), bytes, warnings);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
    expect(Buffer.byteLength(text)).toBeGreaterThan(bytes * 0.7);
    if (bytes <= COMMENT_BYTES) expect(markdownProblems(text)).toEqual([]);
    expect(text).toContain('<code>r0</code>');
    const rows = text.match(/<tr><td>/g)?.length ?? 0;
    const details = text.match(/<details>/g)?.length ?? 0;
    expect(rows).toBeGreaterThan(details);
    const number = new Intl.NumberFormat('en');
    expect(text.split('\n').at(-2)).toBe(
      `There is no room for everything: ${number.format(9000 - rows)} more credentials not shown, details of ${number.format(rows - details)} credentials left out. The JSON report has all of it.`,
    );
    expect(warnings).toEqual([expect.stringMatching(/^Markdown: There is no room for everything: /)]);
  });

  it('are kept by what the command line writes', () => {
    const pieces = [...renderMarkdown(many(9000), {})];
    expect(Buffer.byteLength(pieces.join(''))).toBeLessThanOrEqual(COMMENT_BYTES);
  });

  it('leave nothing out of what fits', () => {
    const warnings: string[] = [];
    const text = textOf(many(20), COMMENT_BYTES, warnings);
    expect(text.match(/<details>/g)).toHaveLength(20);
    expect(text).not.toContain('no room');
    expect(warnings).toEqual([]);
  });

  it('hold also when one name alone is longer', () => {
    const name = 'n|`<'.repeat(100_000);
    const credential: Credential = makeCredential({
      occurrences: [makeCommitted({ path: name, author: name, refs: [name] })],
      evidence: [{ kind: 'name', weight: 1, detail: name }],
      endpoint: name,
    });
    const text = textOf(makeReport({ credentials: [credential] }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_BYTES);
    expect(text).toContain('<details>');
  });
});

describe('a hostile repository', () => {
  const harmless = skeletonOf(textOf(hostileReport('x')));
  const anyHostileText = fc.oneof(
    anyText,
    fc.constantFrom(...HOSTILE_NAMES),
    fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE_NAMES, ' ', '\n'), fc.string({ maxLength: 5 })), {
        maxLength: 6,
      })
      .map((parts) => parts.join('')),
  );

  it.each(HOSTILE_NAMES)('breaks nothing with %j', (name) => {
    const text = textOf(hostileReport(name));
    expect(readMarkdown(text)).toEqual({ problems: [], skeleton: harmless });
    expect(codesOf(text)).toContain(`${escapeText(name)}:12:6`);
  });

  it('has no say in what a report is made of', () => {
    fc.assert(
      fc.property(anyHostileText, (name) => {
        const text = textOf(hostileReport(name));
        for (const line of text.split('\n')) expect(line).not.toMatch(DANGEROUS);
        expect(readMarkdown(text)).toEqual({ problems: [], skeleton: harmless });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a code span', (name: string) => `a ${codeSpan(name)} b`],
    ['code in HTML', (name: string) => `<p>${htmlCode(name)}</p>`],
    ['a block', (name: string) => codeBlock([name], 'text')],
  ])('is shown as it is in %s', (_, toMarkdown) => {
    fc.assert(
      fc.property(anyHostileText, (name) => {
        // A code span of nothing, or of one space, cannot be told from one of the other.
        fc.pre(name.trim() !== '');
        expect(codesOf(toMarkdown(name)).map((code) => code.replace(/\n$/, ''))).toEqual([escapeText(name)]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('prose', () => {
  it.each([
    [
      'stands under the name "KEY", in 12 files (1.3 kB)',
      'stands under the name "KEY", in 12 files (1.3 kB)',
    ],
    ['the host a.example stands near', 'the host `a.example` stands near'],
    ['under "AZURE_KEY"; it is', 'under "`AZURE_KEY`"; it is'],
    ["don't, one-time: 25,010 on 2025-03-14.", "don't, one-time: 25,010 on `2025-03-14`."],
    ['12345678 deadbeef', '`12345678` `deadbeef`'],
    ['1. no list', '`1`. no list'],
    ['a-deadbeef1 xwww. gh-a', '`a-deadbeef1` `xwww`. `gh-a`'],
  ])('leaves words alone and puts names into code: %s', (text, expected) => {
    expect(prose(text)).toBe(expected);
    expect(markdownProblems(prose(text))).toEqual([]);
  });

  it('is the same in HTML', () => {
    expect(htmlProse('key <b> of @octocat')).toBe('key <code>&lt;b&gt;</code> of <code>@octocat</code>');
  });
});
