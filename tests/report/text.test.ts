import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import type { RenderOptions } from '../../src/report/renderer.ts';
import { displayWidth } from '../../src/report/text/display-width.ts';
import { renderText } from '../../src/report/text.ts';
import { anyText, DANGEROUS } from './dangerous-text.ts';
import { hostileReport } from './hostile-report.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeOpenAiCredential,
  makeProvenance,
  makeRemediation,
  makeReport,
} from './make-report.ts';

const FOUND = { code: 1, meaning: 'credentials were found' };

function text(report: Report, options: Partial<RenderOptions> = {}): string {
  return [...renderText(report, { color: false, width: 80, quiet: false, exit: FOUND, ...options })].join('');
}

const SGR = /\x1b\[[0-9;]+m/g;

const several = makeReport({
  credentials: [
    makeCredential({
      occurrences: [
        makeOccurrence(),
        makeCommitted(),
        makeCommitted({
          path: 'old/prod.env',
          line: 3,
          inHead: false,
          date: '2024-12-01T00:00:00Z',
          commit: 'abad1dea'.repeat(5),
        }),
        ...['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) =>
          makeCommitted({
            path: `notebooks/${name}.ipynb`,
            line: 100 + index,
            commit: `${name}${'0'.repeat(39)}`,
          }),
        ),
      ],
    }),
    makeCredential({
      redacted: 'cd34••••wx67',
      exposure: 'committed',
      occurrences: [
        makeCommitted({
          path: 'b.env',
          inHead: false,
          exposure: 'committed',
          refs: ['refs/heads/main'],
          frame: [],
        }),
      ],
      provenance: makeProvenance({
        inHead: false,
        removed: { commit: 'abad1dea'.repeat(5), author: null, date: '2025-04-01T00:00:00Z' },
        refs: ['refs/heads/main'],
        remotes: [],
      }),
      remediation: makeRemediation(
        'It is committed here. Regenerate the key. Callers get 401 at once.',
        ['revoke', 'Move every client to the other key.', 'az keys list --name fabrikam'],
        ['revoke', 'Regenerate this one.', 'az keys regenerate --name fabrikam'],
        ['undo', 'Make the last commit anew.', 'git commit --amend'],
        ['prevent', 'Use no keys.'],
      ),
    }),
    makeOpenAiCredential(),
  ],
  coverage: {
    shallow: true,
    skipped: [
      { reason: 'missing-object', count: 1, examples: ['b10b'.repeat(10)] },
      { reason: 'submodule', count: 2, examples: ['vendor/a', 'vendor/b'] },
    ],
    complete: false,
  },
  suppressed: { belowThreshold: 4 },
});

describe('the text report', () => {
  it.each([40, 80, 200])('of several credentials at %i columns', async (width) => {
    await expect(text(several, { width })).toMatchFileSnapshot(`snapshots/several-${width}.txt`);
  });

  it.each([20, 40, 61, 80, 120, 200])(
    'wraps prose at %i columns; only what is to be copied may be longer',
    (width) => {
      const tooLong = text(several, { width })
        .split('\n')
        .filter((line) => displayWidth(line) > width);
      for (const line of tooLong) {
        expect(line.trim(), 'a word or a command').toMatch(
          /^\S+$|^(?:Fingerprint|Why|Key) +\S+$|^(?:az|curl|git|keypetrel) /,
        );
      }
    },
  );

  it('says the same with colours and without', () => {
    const painted = text(several, { color: true });
    expect(painted).toMatch(SGR);
    expect(painted.replace(SGR, '').replace(/ +$/gm, '')).toBe(text(several));
  });

  it('has no spaces at the ends of lines', () => {
    expect(text(several)).not.toMatch(/ $/m);
  });

  it('gives the advice for all once', () => {
    const same = makeReport({ credentials: Array.from({ length: 12 }, () => makeCredential()) });
    expect(text(same).match(/Regenerate this one\./g)).toHaveLength(1);
    expect(text(same)).toContain('Azure OpenAI key (1–12)');
    expect(text(same).match(/az keys regenerate/g)).toHaveLength(1);
  });

  it('keeps the steps of each credential together, in stages', () => {
    const credentials = ['a', 'b', 'a'].map((kind, index) =>
      makeCredential({
        redacted: `ab1${index}••••yz89`,
        remediation: makeRemediation(
          'S.',
          ['revoke', 'Regenerate it.', 'az regenerate'],
          ['undo', `First ${kind}.`, `git first ${kind}`],
          ['undo', `Then ${kind}.`, `git then ${kind}`],
          ['prevent', 'Use none.'],
        ),
      }),
    );
    const shown = text(makeReport({ credentials }), { quiet: true });
    expect(shown.slice(shown.indexOf('Make it worthless')).replaceAll(/^ +/gm, '')).toBe(
      [
        'Make it worthless',
        '1. Regenerate it.',
        'az regenerate',
        '',
        'Take it out',
        'For 1, 3:',
        '2. First a.',
        'git first a',
        '3. Then a.',
        'git then a',
        'For 2:',
        '4. First b.',
        'git first b',
        '5. Then b.',
        'git then b',
        '',
        'Keep it from happening again',
        '6. Use none.',
        '',
      ].join('\n'),
    );
  });

  it('shows the commands of a few where each has its own', () => {
    const credentials = Array.from({ length: 9 }, (_, index) =>
      makeCredential({
        remediation: makeRemediation('S.', ['revoke', 'Same.', `az --name r${index}`, 'az same']),
      }),
    );
    const shown = text(makeReport({ credentials }));
    expect(shown.match(/az same/g)).toHaveLength(3);
    expect(shown).toContain('For 4–9: the like');
  });

  it.each([
    ['not committed', makeOpenAiCredential(), 'Exposure    in the working tree, not committed'],
    ['pushed', makeCredential(), 'Exposure    pushed: origin has it (main)'],
    [
      'a commit in the reflog',
      makeCredential({ exposure: 'unreachable', provenance: makeProvenance({ refs: ['HEAD@{3}'] }) }),
      'in a commit that no branch or tag holds',
    ],
    [
      'an object that nothing has',
      makeCredential({ exposure: 'unreachable', provenance: makeProvenance({ refs: [] }) }),
      'in an object that nothing refers to any more',
    ],
    [
      'a stash',
      makeCredential({ exposure: 'committed', provenance: makeProvenance({ refs: ['refs/stash@{1}'] }) }),
      'in a stash, not pushed\n',
    ],
    [
      'a damaged history',
      makeCredential({ provenance: makeProvenance({ complete: false }) }),
      'not known, since a part of the history cannot be read: it may\n               have been pushed',
    ],
    [
      'a rename',
      makeCredential({
        provenance: makeProvenance({
          renames: [{ commit: 'abad1dea'.repeat(5), author: null, date: null, from: 'a.env', to: 'b.env' }],
        }),
      }),
      'moved from a.env to b.env',
    ],
    [
      'since when it is gone',
      makeCredential({
        provenance: makeProvenance({
          inHead: false,
          removed: { commit: 'abad1dea'.repeat(5), author: null, date: '2025-04-01T00:00:00Z' },
        }),
      }),
      'gone from HEAD since abad1dea',
    ],
    ['still in HEAD', makeCredential(), 'still in HEAD'],
    ['not in HEAD', makeCredential({ provenance: makeProvenance({ inHead: false }) }), 'not in HEAD'],
    [
      'a commit message',
      makeCredential({ occurrences: [makeCommitted({ path: null, source: 'commit-message' })] }),
      'message of commit c0ffee11, line 12, column 6',
    ],
    [
      'a tag message',
      makeCredential({ occurrences: [makeCommitted({ path: null, source: 'tag-message' })] }),
      'message of tag b10bb10b, line 12, column 6',
    ],
    [
      'standard input',
      makeCredential({
        exposure: 'working-tree',
        occurrences: [makeOccurrence({ path: null, source: 'stdin' })],
      }),
      '<stdin>:12:6',
    ],
    [
      'encoded',
      makeCredential({ occurrences: [makeOccurrence({ decodedFrom: ['percent', 'base64'] })] }),
      'written in base64\n               in percent',
    ],
    ['the author', makeCredential(), 'first in commit c0ffee11 by Ada Lovelace <ada@example.org> on\n'],
    ['the refs', makeCredential(), 'main, origin/main and tag v1'],
    [
      'how many more refs',
      makeCredential({ provenance: makeProvenance({ moreRefs: 12 }) }),
      'main, origin/main, tag v1 and 12 more',
    ],
    ['the month of issue', makeCredential(), 'issued in March 2025'],
    [
      'for',
      makeCredential(),
      'Why         the checksum inside the key is right\n               stands under the name "KEY"',
    ],
    ['against', makeCredential(), 'Against     stands in a folder of tests'],
    [
      'a secret that was asked for',
      makeCredential({ secret: 'made-up' as SecretText }),
      'Secret      made-up',
    ],
  ])('tells of: %s', (_, credential, expected) => {
    expect(text(makeReport({ credentials: [credential] }))).toContain(expected);
  });

  it('does not say that nobody committed what it did not look up', () => {
    const report = makeReport({ credentials: [makeOpenAiCredential()], coverage: { modes: ['files'] } });
    expect(text(report)).toContain('whether it was ever committed was not looked at');
    const staged = makeReport({
      credentials: [makeCredential({ exposure: 'staged' })],
      coverage: { modes: ['index'] },
    });
    expect(text(staged)).toContain('Exposure    staged for the next commit\n');
  });

  it('says where the code comes from when it is not from the first place', () => {
    const occurrences = [makeOccurrence({ path: 'a.env', frame: [] }), makeOccurrence({ path: 'b.env' })];
    expect(text(makeReport({ credentials: [makeCredential({ occurrences })] }))).toContain(
      'as it stands in b.env:12:6',
    );
  });

  it('prints findings and advice only when it is to be quiet', () => {
    const quiet = text(several, { quiet: true });
    expect(quiet).toContain('What to do now');
    expect(quiet).not.toMatch(/Summary|Exit code|Scanned/);
    expect(text(makeReport(), { quiet: true })).toBe('');
  });

  it('takes 5,000 credentials in its stride', () => {
    const credentials = Array.from({ length: 5000 }, (_, index) =>
      makeCredential({ remediation: makeRemediation(`S${index}.`, ['revoke', 'Same.', `az ${index}`]) }),
    );
    expect(text(makeReport({ credentials }))).toContain('5,000 credentials: 5,000 critical');
  });

  it('comes in pieces', () => {
    expect(
      [...renderText(several, { color: false, width: 80, quiet: false, exit: null })].length,
    ).toBeGreaterThan(30);
  });

  it.each([false, true])('lets nothing of a hostile repository through (colour: %s)', (color) => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(40, 80, 200), (hostile, width) => {
        const shown = text(hostileReport(hostile), { color, width });
        const plain = color ? shown.replace(/\x1b\[[0-9;]{1,8}m/g, '') : shown;
        for (const line of plain.split('\n')) expect(line).not.toMatch(DANGEROUS);
        expect(plain.match(/^Summary$/gm)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the code frame', () => {
  const frameOf = (line: string, mark: { start: number; end: number }, width: number): string[] => {
    const occurrences = [makeOccurrence({ frame: [{ number: 7, text: line, mark }] })];
    return text(makeReport({ credentials: [makeCredential({ occurrences })] }), { width })
      .split('\n')
      .filter((each) => each.includes('│'));
  };

  it('marks the secret behind tabs, wide letters and what was escaped', () => {
    const [code = '', carets = ''] = frameOf('\t日\u202e="ab••yz"', { start: 6, end: 12 }, 80);
    expect(code).toBe('   7 │   日\\u{202e}="ab••yz"');
    expect(carets).toBe(`     │ ${' '.repeat(14)}^^^^^^`);
  });

  it.each([40, 80])('keeps the secret in view in a long line at %i columns', (width) => {
    const before = 'x'.repeat(200);
    const [code = '', carets = ''] = frameOf(`${before}ab••yz${before}`, { start: 201, end: 207 }, width);
    expect(displayWidth(code)).toBeLessThanOrEqual(width);
    expect(code).toMatch(/│ …x+ab••yzx+…$/);
    expect(code.indexOf('ab••yz')).toBe(carets.indexOf('^^^^^^'));
  });

  it.each([30, 31, 32, 33, 34, 35, 36])(
    'shows on both sides that a line was cut, at a secret of %i columns',
    (width) => {
      const secret = `ab${'•'.repeat(width - 4)}yz`;
      const line = `before ${secret} behind`;
      const [code = ''] = frameOf(line, { start: 8, end: 8 + width }, 40);
      expect(displayWidth(code)).toBeLessThanOrEqual(40);
      expect(code).toMatch(/│ (?:before|.*…).*ab•.*(?:behind|…)$/);
    },
  );
});

describe('a report without credentials', () => {
  const CLEAN = { code: 0, meaning: 'the scan is complete and nothing was found' };

  it.each([
    [
      'of a repository',
      makeReport(),
      'No credentials found in 1,234 files (5.6 MB) and 12,345 git objects (812 MB) of\n450 commits.\n',
    ],
    [
      'of a history of which most is known',
      makeReport({ coverage: { objects: { scanned: 5, bytes: 5000, fromCache: 12_340 } } }),
      'No credentials found in 1,234 files (5.6 MB) and 5 git objects (5.0 kB) of 450\ncommits; 12,340 more are known from an earlier scan.\n',
    ],
    [
      'of files',
      makeReport({
        coverage: {
          modes: ['files'],
          objects: { scanned: 0, bytes: 0, fromCache: 0 },
          files: { scanned: 1, bytes: 1 },
        },
      }),
      'No credentials found in 1 file (1 byte).\n',
    ],
    [
      'of the index',
      makeReport({
        coverage: {
          modes: ['index'],
          files: { scanned: 0, bytes: 0 },
          objects: { scanned: 2, bytes: 2000, fromCache: 0 },
        },
      }),
      'No credentials found in 2 staged files (2.0 kB).\n',
    ],
    [
      'of standard input',
      makeReport({ coverage: { modes: ['stdin'], files: { scanned: 1, bytes: 120 } } }),
      'No credentials found in standard input (120 bytes).\n',
    ],
    [
      'of nothing',
      makeReport({
        coverage: {
          modes: ['files'],
          files: { scanned: 0, bytes: 0 },
          objects: { scanned: 0, bytes: 0, fromCache: 0 },
        },
      }),
      'Nothing to scan: there is no content here.\n',
    ],
  ])('is one sentence: %s', (_, report, expected) => {
    expect(text(report, { exit: CLEAN })).toBe(expected);
  });

  it('never looks clean when something could not be read', () => {
    const report = makeReport({
      coverage: {
        complete: false,
        skipped: [{ reason: 'unreadable', count: 5, examples: ['a', 'b', 'c', 'd', 'e'] }],
      },
    });
    const exit = { code: 3, meaning: 'nothing was found, but something could not be read' };
    expect(text(report, { exit })).toMatchInlineSnapshot(`
      "No credentials found, but the scan is incomplete: there may be some in what
      could not be read.
      Scanned     1,234 files (5.6 MB) and 12,345 git objects (812 MB) of 450 commits
      Not read    5 unreadable files or folders (a, b, c, …)
      Exit code   3: nothing was found, but something could not be read
      "
    `);
  });

  it('says what the clone lacks and what is not shown', () => {
    const report = makeReport({
      coverage: { shallow: true, partialClone: true },
      suppressed: { belowThreshold: 3, baseline: 1 },
    });
    expect(text(report, { exit: CLEAN })).toMatchInlineSnapshot(`
      "No credentials found in 1,234 files (5.6 MB) and 12,345 git objects (812 MB) of
      450 commits.
      Warning     The history is shallow: commits before the cut are not in this clone
                    (git fetch --unshallow gets them).
                  This is a partial clone: objects that were left at the remote are
                    not scanned (git fetch --refetch --no-filter gets them).
      Not shown   1 credential known in the baseline; 3 less certain (--min-confidence
                  low shows all)
      "
    `);
  });
});
