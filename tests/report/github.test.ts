import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import { escapeText } from '../../src/report/escape.ts';
import { renderGitHub } from '../../src/report/github.ts';
import { anyText, DANGEROUS } from './dangerous-text.ts';
import { hostileReport } from './hostile-report.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeOpenAiCredential,
  makeReport,
} from './make-report.ts';
import { readWorkflowCommands } from './workflow-commands.ts';

function commandsOf(credentials: readonly Credential[], coverage = {}) {
  return readWorkflowCommands([...renderGitHub(makeReport({ credentials, coverage }))].join(''));
}

describe('the workflow commands', () => {
  it('annotate the place with what was found, why, and what to do', () => {
    const [command] = commandsOf([makeCredential()]);
    expect(command).toMatchObject({
      name: 'error',
      properties: {
        file: 'config/prod.env',
        line: '12',
        endline: '12',
        col: '6',
        endcolumn: '26',
        title: 'Azure OpenAI key ab12••••yz89',
      },
    });
    expect(command?.data.split('\n')).toEqual([
      'Proven by its checksum. Pushed: origin has it (main).',
      'It came in with commit c0ffee11 of 2025-03-14 (in main, origin/main, tag v1).',
      'For: the checksum inside the key is right; stands under the name "KEY"; has a form that says nothing.',
      'Against: stands in a folder of tests.',
      'It has left this machine. Regenerate the key. Callers get 401 at once.',
      `Fingerprint: ${makeCredential().fingerprint}`,
    ]);
  });

  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'warning'],
  ] as const)('are for %s: %s', (severity, kind) => {
    expect(commandsOf([makeCredential({ severity })])[0]?.name).toBe(kind);
  });

  it('give no place to what is history only: something else stands there now', () => {
    const occurrences = [makeCommitted({ path: 'old.env', line: 3, inHead: false })];
    const [command] = commandsOf([makeCredential({ occurrences })]);
    expect(Object.keys(command?.properties ?? {})).toEqual(['title']);
    expect(command?.data).toContain('Was at old.env:3:6.');
  });

  it('say in words where a credential stands that is in no file', () => {
    const occurrences = [makeCommitted({ path: null, source: 'commit-message', line: 2 })];
    const [command] = commandsOf([makeCredential({ occurrences })]);
    expect(command?.properties).not.toHaveProperty('file');
    expect(command?.data).toContain('Message of commit c0ffee11, line 2, column 6.');
  });

  it('are none for a clean scan, and a warning for an incomplete one', () => {
    expect([...renderGitHub(makeReport())]).toEqual([]);
    const commands = commandsOf([], {
      complete: false,
      shallow: true,
      skipped: [{ reason: 'unreadable', count: 1, examples: ['a'] }],
    });
    expect(commands.map(({ name, data }) => [name, data])).toEqual([
      ['warning', 'Not read: 1 unreadable file or folder (a).'],
      ['warning', expect.stringContaining('shallow')],
    ]);
  });

  it('are ten of a kind at most, worst first, and a notice says how many are missing', () => {
    const commands = commandsOf(
      [
        ...Array.from({ length: 14 }, (_, index) => makeCredential({ redacted: `e${index}` })),
        ...Array.from({ length: 12 }, (_, index) =>
          makeOpenAiCredential({ severity: 'low', redacted: `w${index}` }),
        ),
      ],
      { shallow: true },
    );
    const titles = (kind: string) =>
      commands.filter(({ name }) => name === kind).map(({ properties }) => properties['title']);
    expect(titles('error')).toEqual(Array.from({ length: 10 }, (_, index) => `Azure OpenAI key e${index}`));
    expect(titles('warning')).toHaveLength(10);
    expect(titles('warning')[0]).toBe('keypetrel: incomplete scan');
    expect(commands.at(-1)).toMatchObject({
      name: 'notice',
      data: '26 credentials found. 7 annotations left out: GitHub shows 10 errors and 10 warnings of a step. The other report formats have all of them.',
    });
    expect(commands).toHaveLength(21);
  });

  it('never hold a secret', () => {
    const secret = 'made-up-secret' as SecretText;
    expect(
      [...renderGitHub(makeReport({ credentials: [makeCredential({ secret })] }))].join(''),
    ).not.toContain(secret);
  });

  it.each([
    ['100%,a:b', '100%,a:b'],
    ['%0A::error::x', '%0A::error::x'],
    ['a\n::add-mask::x', 'a\\n::add-mask::x'],
    ['x##[add-mask]y', 'x##[add-mask]y'],
    ['a,line=1', 'a,line=1'],
  ])('escape as the runner unescapes: %j', (path, expected) => {
    const commands = commandsOf([makeCredential({ occurrences: [makeOccurrence({ path })] })]);
    expect(commands).toHaveLength(1);
    expect(commands[0]?.properties).toMatchObject({ file: expected, line: '12' });
  });

  it('are not more and no others, whatever a repository says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.constantFrom('\n::add-mask::a', '##[add-mask]a', '%0a::x::', '::stop-commands::x'),
        ),
        (text) => {
          const lines = [...renderGitHub(hostileReport(text))];
          for (const line of lines) expect(line.slice(0, -1)).not.toMatch(DANGEROUS);
          const commands = readWorkflowCommands(lines.join(''));
          expect(commands.map(({ name }) => name)).toEqual([
            'warning',
            'warning',
            'warning',
            'error',
            'error',
          ]);
          expect(commands[3]?.properties).toMatchObject({ line: '12', endcolumn: '26' });
          if (text !== '') expect(commands[3]?.properties['file']).toBe(escapeText(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});
