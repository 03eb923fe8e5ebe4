import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Collector } from '../../src/credentials/collector.ts';
import { fingerprintOf } from '../../src/credentials/fingerprint.ts';
import { makeFrame } from '../../src/credentials/frame.ts';
import { groupCredentials, type ObjectTrace, type PlacedSighting } from '../../src/credentials/group.ts';
import { redact } from '../../src/credentials/redact.ts';
import { type RemediationFacts, remediationFor } from '../../src/credentials/remediation.ts';
import { replacementFor } from '../../src/credentials/replacement.ts';
import type { Credential, Exposure } from '../../src/credentials/report.ts';
import { pathWords, shellQuote } from '../../src/credentials/shell.ts';
import { detect } from '../../src/detect/detect.ts';
import type { Finding } from '../../src/detect/finding.ts';
import type { ObjectId } from '../../src/git/object-id.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import type { RemediationTemplate } from '../../src/rules/rule-file.ts';
import { type ContentOrigin, type FileState, wholePiece } from '../../src/sources/source.ts';
import { engine } from '../support/engine.ts';
import { GitRepo } from '../support/git-repo.ts';
import { key, samples } from '../support/keys.ts';
import { expectNoPieceOf } from '../support/no-secret.ts';

/** What every key of a kind has alike is no secret. */
const PUBLIC = /^sk-(?:[A-Za-z]+-)?/;
/** Where each object came into history. */
type Traces = ReadonlyMap<string, readonly ObjectTrace[]>;
const rules = builtinRules();
const secretSamples = rules.flatMap((rule) => Object.keys(rule.samples));
const anySecret = fc
  .tuple(fc.constantFrom(...secretSamples), fc.integer({ min: 1, max: 9999 }))
  .map(([name, n]) => key(name, n));

describe('redact', () => {
  test('shows at most four characters at each end, behind a public prefix', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const shown = redact(secret);
        const hidden = secret.slice(4 + (PUBLIC.exec(secret)?.[0].length ?? 0), -4);
        for (let at = 0; at + 5 <= hidden.length; at++) expect(shown).not.toContain(hidden.slice(at, at + 5));
        expect(shown.startsWith(secret.slice(0, 4))).toBe(true);
        expect(shown.endsWith(secret.slice(-4))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('no 8 characters in a row of the random part are shown', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const body = secret.replace(PUBLIC, '');
        const shown = redact(secret).replace(PUBLIC, '');
        for (let at = 0; at + 8 <= body.length; at++) expect(shown).not.toContain(body.slice(at, at + 8));
      }),
    );
  });

  test('a short text is not shown in full', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,31}$/), (text) => {
        expect(redact(text)).not.toContain(text);
      }),
    );
  });

  test('tells keys of one kind apart and is the same each time', () => {
    expect(redact(key('azure-openai-key', 1))).not.toBe(redact(key('azure-openai-key', 2)));
    expect(redact(key('azure-openai-key', 1))).toBe(redact(key('azure-openai-key', 1)));
  });
});

describe('fingerprintOf', () => {
  test('is kp1: and hex, the same for the same family and secret', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (family, secret) => {
        expect(fingerprintOf(family, secret)).toMatch(/^kp1:[0-9a-f]{16,}$/);
        expect(fingerprintOf(family, secret)).toBe(fingerprintOf(family, secret));
      }),
    );
  });

  test('differs for another family or secret, also where their texts joined are the same', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string(),
        (family, secret, otherFamily, otherSecret) => {
          fc.pre(family !== otherFamily || secret !== otherSecret);
          expect(fingerprintOf(family, secret)).not.toBe(fingerprintOf(otherFamily, otherSecret));
        },
      ),
    );
    expect(fingerprintOf('ab', 'c')).not.toBe(fingerprintOf('a', 'bc'));
  });
});

describe('makeFrame', () => {
  function frameOf(text: string, index = 0) {
    const bytes = Buffer.from(text);
    const all = detect(engine, bytes);
    const finding = all[index];
    if (finding === undefined) throw new Error('nothing found');
    const line = bytes.subarray(0, finding.start).toString('latin1').split('\n').length;
    return { frame: makeFrame(bytes, finding, line, all), line };
  }
  const secret = key('azure-openai-key', 1);

  test('the line of the finding is marked, the secret redacted', () => {
    const { frame } = frameOf(`one\ntwo\nKEY = "${secret}" # note\nfour\nfive\n`);
    const marked = frame.filter(({ mark }) => mark !== null);
    expect(marked).toHaveLength(1);
    expect(marked[0]?.number).toBe(3);
    expect(marked[0]?.text).toBe(`KEY = "${redact(secret)}" # note`);
    expect(marked[0]?.text.slice((marked[0].mark?.start ?? 0) - 1, (marked[0].mark?.end ?? 0) - 1)).toBe(
      redact(secret),
    );
    expect(frame.map(({ number }) => number)).toContain(2);
    expect(frame.map(({ number }) => number)).toContain(4);
    expect(frame.find(({ number }) => number === 4)?.text).toBe('four');
  });

  test.each([
    ['only line, no final newline', `KEY=${secret}`, 1],
    ['first line', `KEY=${secret}\nb\nc`, 1],
    ['last line with newline', `a\nb\nKEY=${secret}\n`, 3],
    ['last line without newline', `a\nb\nKEY=${secret}`, 3],
    ['nothing but the secret', secret, 1],
    ['CRLF', `a\r\nKEY=${secret}\r\nb\r\n`, 2],
    ['empty lines', `\n\n${secret}\n\n`, 3],
    ['characters of many bytes before it', `é🐦 日本 ${secret} 🐦`, 1],
    ['bytes that are no UTF-8', `\u00ff ${secret}`, 1],
  ])('%s', (_, text, number) => {
    const { frame } = frameOf(text);
    const marked = frame.filter(({ mark }) => mark !== null);
    expect(marked.map((line) => line.number)).toEqual([number]);
    const [line] = marked;
    expect(line?.text.slice((line.mark?.start ?? 0) - 1, (line.mark?.end ?? 0) - 1)).toBe(redact(secret));
    for (const { text: shown } of frame) expect(shown).not.toMatch(/[\r\n]/);
    expect(frame.map(({ number: at }) => at)).toEqual(
      [...frame.keys()].map((at) => (frame[0]?.number ?? 0) + at),
    );
    expect(frame.at(-1)?.number).toBeLessThanOrEqual(text.split('\n').length);
  });

  test('a very long line is cut, and still shows the redacted secret', () => {
    const { frame } = frameOf(`${'a b '.repeat(50_000)}${secret}${' c d'.repeat(50_000)}\n`);
    const [line] = frame.filter(({ mark }) => mark !== null);
    expect(line?.text.length).toBeLessThan(1000);
    expect(line?.text.slice((line.mark?.start ?? 0) - 1, (line.mark?.end ?? 0) - 1)).toBe(redact(secret));
  });

  test('long lines around it are cut', () => {
    const { frame } = frameOf(`${'a b '.repeat(50_000)}\n${secret}\n${'c d '.repeat(50_000)}`);
    for (const { text } of frame) expect(text.length).toBeLessThan(1000);
  });

  test('no secret of its neighbours is shown, on its line or on the lines around it', () => {
    const names = ['azure-openai-key', 'openai-project-key', 'openai-user-key', 'azure-devops-token'];
    const part = fc.tuple(
      fc.constantFrom(...names),
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom(' ', '\n', '","', '\r\n', ' é🐦 ', ' '.repeat(400)),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.nat(), (parts, pick) => {
        const text = parts.map(([name, n, right]) => `x=${key(name, n)}${right}`).join('');
        const { frame } = frameOf(text, pick % parts.length);
        const shown = frame.map((line) => line.text).join('\n');
        for (const [name, n] of parts) expectNoPieceOf(key(name, n), shown);
      }),
      { numRuns: 300 },
    );
  });

  test('a secret that the cut of a long line goes through is not shown either', () => {
    for (let gap = 0; gap < 400; gap += 3) {
      const other = key('openai-project-key', 2);
      const { frame } = frameOf(`${other}${' '.repeat(gap)} ${secret} ${' '.repeat(gap)}${other}`, 1);
      const shown = frame.map((line) => line.text).join('\n');
      expectNoPieceOf(other, shown);
      expectNoPieceOf(secret, shown);
    }
  });

  test('a neighbour of low confidence is redacted as well', () => {
    const low = key('azure-legacy-key', 3);
    const text = `openai ${low}\nKEY=${secret}\n`;
    const all = detect(engine, Buffer.from(text));
    if (all.some((finding) => finding.secret === low)) {
      const shown = frameOf(text, all.length - 1)
        .frame.map((line) => line.text)
        .join('\n');
      expectNoPieceOf(low, shown);
    }
  });
});

const oid = (digit: string): ObjectId => digit.repeat(40) as ObjectId;

/** Scans files (and objects) and groups what is found. */
function group(
  contents: readonly { origin: ContentOrigin; text: string }[],
  { traces = new Map() as Traces, showSecrets = false } = {},
): Credential[] {
  const collector = new Collector(engine);
  for (const { origin, text } of contents) {
    const bytes = Buffer.from(text);
    collector.scan({ origin, bytes, piece: wholePiece(bytes.length) });
    bytes.fill(0);
  }
  return groupCredentials(placed(collector, traces), rules, showSecrets);
}

function placed(collector: Collector, traces: Traces): PlacedSighting[] {
  return collector.credentials().flatMap(({ fingerprint, sightings }) =>
    sightings.map((sighting) => {
      const { origin } = sighting;
      return {
        fingerprint,
        sighting,
        traces: origin.kind === 'object' ? (traces.get(origin.oid) ?? []) : [],
      };
    }),
  );
}

const file = (path: string, text: string, state: FileState = 'tracked') => ({
  origin: { kind: 'file', path, state } as const,
  text,
});
const blob = (id: ObjectId, text: string, path: string | null = null) => ({
  origin: { kind: 'object', type: 'blob', oid: id, path } as const,
  text,
});
const trace = (path: string, exposure: ObjectTrace['exposure'], commit: string): ObjectTrace => ({
  path,
  commit,
  inHead: false,
  exposure,
  isCertain: true,
});

describe('Collector and groupCredentials', () => {
  const azure = key('azure-openai-key', 1);
  const openai = key('openai-project-key', 1);

  test('one secret at several places is one credential', () => {
    const found = group([
      file('b.env', `\nA=${azure}\n`),
      file('a.env', `KEY=${azure}`),
      file('a.env', `é ${openai}`),
    ]);
    expect(found.map(({ rule }) => rule).sort()).toEqual(['azure-openai-key', 'openai-project-key']);
    const places = found
      .find(({ rule }) => rule === 'azure-openai-key')
      ?.occurrences.map(({ path, line, column, endLine, endColumn }) => [
        path,
        line,
        column,
        endLine,
        endColumn,
      ]);
    expect(places?.sort()).toEqual([
      ['a.env', 1, 5, 1, 89],
      ['b.env', 2, 3, 2, 87],
    ]);
    expect(found.find(({ rule }) => rule === 'openai-project-key')?.occurrences[0]?.column).toBe(3);
  });

  test('what a credential tells', () => {
    const [credential] = group([file('.env', `E=https://contoso.openai.azure.com\nKEY=${azure}`)]);
    expect(credential).toMatchObject({
      fingerprint: fingerprintOf('azure-ai-key', azure),
      rule: 'azure-openai-key',
      service: 'Azure OpenAI',
      severity: 'critical',
      confidence: 'proven',
      checksum: 'valid',
      issued: '2025-03',
      endpoint: 'contoso.openai.azure.com',
      redacted: redact(azure),
      length: 84,
      exposure: 'working-tree',
    });
    expect(credential?.entropy).toBeGreaterThan(3);
    expect(credential?.evidence.length).toBeGreaterThan(0);
  });

  test.each<[FileState, Exposure]>([
    ['ignored', 'ignored-file'],
    ['untracked', 'working-tree'],
    ['tracked', 'working-tree'],
    ['unversioned', 'working-tree'],
  ])('a file that is %s is %s', (state, exposure) => {
    expect(group([file('a', azure, state)])[0]?.exposure).toBe(exposure);
  });

  test('the furthest exposure counts', () => {
    const one = oid('1');
    const two = oid('2');
    const index = { origin: { kind: 'index', path: 'a', oid: two } as const, text: azure };
    const traced = (exposure: ObjectTrace['exposure']): Traces =>
      new Map([[one, [trace('old', exposure, 'c'.repeat(40))]]]);
    const exposureOf = (contents: Parameters<typeof group>[0], traces?: Traces) =>
      group(contents, traces && { traces })[0]?.exposure;
    expect(exposureOf([file('a', azure, 'ignored'), file('b', azure)])).toBe('working-tree');
    expect(exposureOf([index, file('a', azure)])).toBe('staged');
    expect(exposureOf([file('a', azure), index, blob(one, azure)], traced('unreachable'))).toBe(
      'unreachable',
    );
    expect(exposureOf([blob(one, azure), index, file('a', azure)], traced('committed'))).toBe('committed');
    expect(exposureOf([file('a', azure), blob(one, azure)], traced('pushed'))).toBe('pushed');
  });

  test('an object at several paths of history is an occurrence for each, with its commit', () => {
    const id = oid('3');
    const traces: Traces = new Map([
      [id, [trace('a.env', 'committed', 'a'.repeat(40)), trace('b.env', 'pushed', 'b'.repeat(40))]],
    ]);
    const [credential] = group([blob(id, `\n  ${azure}`)], { traces });
    expect(credential?.exposure).toBe('pushed');
    expect(
      credential?.occurrences.map(({ path, commit, line, column, blob: at }) => [
        path,
        commit?.slice(0, 1),
        line,
        column,
        at,
      ]),
    ).toEqual([
      ['a.env', 'a', 2, 3, id],
      ['b.env', 'b', 2, 3, id],
    ]);
  });

  test('the worst come first, whatever the order in which they were found', () => {
    const contents = [
      file('z.env', `S=${key('azure-speech-key', 1)}`),
      file('m.env', `K=${azure}`),
      file('a.env', `AZURE_OPENAI_KEY=${key('azure-legacy-key', 1)}`),
      file('a.env', `K=${openai}`),
      file('c.env', `K=${key('azure-openai-key', 9)}\nL=${key('azure-openai-key', 8)}`),
      file('b.env', `T=${key('azure-devops-token', 1)}`),
    ];
    const rank = { critical: 0, high: 1, medium: 2, low: 3 };
    const confidence = { proven: 0, high: 1, medium: 2, low: 3 };
    const straight = group(contents);
    expect(straight).toHaveLength(7);
    const ranks = straight.map((c) => [
      rank[c.severity],
      confidence[c.confidence],
      c.occurrences[0]?.path ?? '',
      c.occurrences[0]?.line ?? 0,
    ]);
    const sorted = [...ranks].sort(
      (a, b) =>
        Number(a[0]) - Number(b[0]) ||
        Number(a[1]) - Number(b[1]) ||
        (String(a[2]) < String(b[2]) ? -1 : String(a[2]) > String(b[2]) ? 1 : Number(a[3]) - Number(b[3])),
    );
    expect(ranks).toEqual(sorted);
    expect(group([...contents].reverse())).toEqual(straight);
  });

  test('without being asked for, no 8 characters of a secret in a row come out', () => {
    const part = fc.tuple(
      fc.constantFrom(...secretSamples),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom('AZURE_OPENAI_KEY=', 'api_key: "', 'x ', 'export A=', ''),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.map(([name, n, left]) => `${left}${key(name, n)}`).join('\n');
        const found = group([file('a.env', text), blob(oid('1'), text, 'b.env')]);
        const written = JSON.stringify(found);
        const shownSecrets = new Set(detect(engine, Buffer.from(text)).map(({ secret }) => secret as string));
        for (const secret of shownSecrets) expectNoPieceOf(secret, written);
        for (const credential of found) expect('secret' in credential).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('a key in the place of a name does not come out with the evidence', () => {
    for (const text of [
      `os.environ.get("${azure}", "x")`,
      `${azure}=${openai}`,
      `${openai}: ${azure}`,
      `{"${openai}":"${azure}"}`,
    ]) {
      const written = JSON.stringify(group([file('a.py', text)]));
      expectNoPieceOf(azure, written);
      expectNoPieceOf(openai, written);
    }
  });

  test('when asked for, the secret is there in full', () => {
    const [credential] = group([file('a.env', azure)], { showSecrets: true });
    expect(credential?.secret).toBe(azure);
  });

  test('rules that are not reported are not collected', () => {
    const collector = new Collector(engine, (_family, rule) => rule !== 'azure-openai-key');
    const bytes = Buffer.from(`${azure} ${openai}`);
    collector.scan({ origin: { kind: 'stdin' }, bytes, piece: wholePiece(bytes.length) });
    expect(groupCredentials(placed(collector, new Map()), rules, false).map(({ rule }) => rule)).toEqual([
      'openai-project-key',
    ]);
  });

  test('a piece reports only what starts in the bytes that it owns, counted from where it stands', () => {
    const bytes = Buffer.from(`${azure}\n ${openai}\n`);
    const collector = new Collector(engine);
    collector.scan({
      origin: { kind: 'stdin' },
      bytes,
      piece: { line: 7, column: 4, ownedStart: 10, ownedEnd: bytes.length },
    });
    const places = collector
      .credentials()
      .flatMap(({ sightings }) => sightings.map(({ finding, start, end }) => [finding.secret, start, end]));
    expect(places).toEqual([[openai, { line: 8, column: 2 }, { line: 8, column: 2 + openai.length }]]);
  });
});

describe('remediationFor', () => {
  const template: RemediationTemplate = {
    summary: 'Regenerate it.',
    revoke: [{ text: 'Do this.', commands: ['az keys regenerate --name {resource}'] }],
    investigate: [{ text: 'Look there.', commands: ['az monitor metrics list --start-time {since}'] }],
    prevent: [{ text: 'Use no keys.', commands: [] }],
  };
  const findingOf = (text: string): Finding => {
    const [finding] = detect(engine, Buffer.from(text));
    if (finding === undefined) throw new Error('nothing found');
    return finding;
  };
  const secret = key('azure-openai-key', 1);
  const plain = findingOf(`KEY=${secret}`);
  const withHost = findingOf(`https://contoso.openai.azure.com KEY=${secret}`);
  const withoutMonth = findingOf(`AZURE_OPENAI_KEY=${key('azure-legacy-key', 1)}`);
  const EXPOSURES: readonly Exposure[] = [
    'ignored-file',
    'working-tree',
    'staged',
    'unreachable',
    'committed',
    'pushed',
  ];
  const facts = (changes: Partial<RemediationFacts> = {}): RemediationFacts => ({
    template,
    finding: plain,
    exposure: 'working-tree',
    isCertain: true,
    occurrences: group([file('a.env', `KEY=${secret}`)])[0]?.occurrences ?? [],
    replacements: { lines: [], blobs: [] },
    provenance: null,
    repositories: [],
    ...changes,
  });

  test.each(EXPOSURES)(
    '%s: worthless first, then what was done with it, then undone, then prevented',
    (exposure) => {
      const { plan, steps, commands } = remediationFor(facts({ exposure }));
      expect(plan.map(({ stage }) => stage)).toEqual(['revoke', 'investigate', 'undo', 'prevent', 'prevent']);
      expect(steps).toEqual(plan.map(({ text }) => text));
      expect(commands).toEqual(plan.flatMap((step) => step.commands));
      expect(JSON.stringify(plan)).not.toContain(secret.slice(0, 8));
    },
  );

  test('the resource is filled in where the endpoint tells it', () => {
    expect(remediationFor(facts({ finding: withHost })).commands[0]).toBe(
      'az keys regenerate --name contoso',
    );
    expect(remediationFor(facts()).commands[0]).toBe('az keys regenerate --name <resource>');
  });

  test('use is looked for since the month of issue, else since the first commit', () => {
    const since = (changes: Partial<RemediationFacts>) => remediationFor(facts(changes)).commands[1];
    const first = {
      commit: 'c',
      author: null,
      date: '2024-05-06T10:00:00+02:00',
      path: 'a',
      orEarlier: false,
    };
    const provenance = {
      complete: true,
      first,
      renames: [],
      inHead: true,
      removed: null,
      refs: [],
      moreRefs: 0,
      remotes: [],
    };
    expect(since({ provenance })).toContain('--start-time 2025-03-01');
    expect(since({ finding: withoutMonth, provenance })).toContain('--start-time 2024-05-06');
    expect(since({ finding: withoutMonth })).toContain('--start-time <date>');
  });

  test('nothing that is not known is claimed', () => {
    const { summary, plan } = remediationFor(
      facts({
        exposure: 'pushed',
        isCertain: false,
        repositories: [
          { folder: null, isBare: false, isUnborn: false, isInHead: false, footholds: [{ kind: 'unknown' }] },
        ],
      }),
    );
    expect(summary).toContain('is not known');
    expect(JSON.stringify(plan)).not.toMatch(/--prune|reflog (?:expire|delete)|filter-repo/);
  });

  test('every shipped template is filled in completely', () => {
    for (const rule of rules) {
      for (const own of [
        rule.remediation,
        ...rule.variants.flatMap(({ remediation }) => remediation ?? []),
      ]) {
        const { commands } = remediationFor(facts({ template: own }));
        expect(commands.length).toBeGreaterThan(0);
        for (const command of commands) expect(command).not.toMatch(/(?<!@)\{[a-z]+\}/);
      }
    }
  });

  test('another service of the same family has its own advice', () => {
    const commandsOf = (text: string) =>
      group([file('a.env', text)])[0]?.remediation.commands.join(' ') ?? '';
    const search = commandsOf(
      `AZURE_SEARCH_ENDPOINT=https://contoso.search.windows.net\nAZURE_SEARCH_KEY=${key('azure-legacy-key', 2)}`,
    );
    expect(search).toContain('az search admin-key');
    expect(search).not.toContain('cognitiveservices');
    const token = commandsOf(`AZURE_DEVOPS_PAT=${key('azure-devops-token', 1)}`);
    expect(token).toContain('tokens/pats');
    expect(token).not.toMatch(/appconfig|eventgrid|maps/);
  });

  const hostile = fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'ab\'"`$()\\;&|<>*?[]{}!#~ \t\n-/.=%'),
      minLength: 1,
      maxLength: 30,
    }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((path) => !path.includes('\0')),
    fc.constantFrom(
      '-rf',
      '--',
      "a'b",
      '$(touch x)',
      '`id`',
      'a b',
      '"',
      "'",
      "''",
      'naïve/日本/🐦',
      '~',
      '*',
      'a\nb',
      '!!',
    ),
  );

  test('a quoted path comes back from the shell as it is', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 8, maxLength: 16 }), (paths) => {
        const script = `printf '%s\\0' ${paths.map(shellQuote).join(' ')}`;
        const back = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
        expect(back).toEqual(paths.map((path) => Buffer.from(path).toString()));
      }),
      { numRuns: 60 },
    );
  });

  test.each(['*.env', '[a].env', 'a?.env', ':(top)x', 'a\\b', '-x', 'a b', 'a\nb'])(
    'git takes %j for a name and not for a pattern',
    (path) => {
      const repo = GitRepo.create();
      repo.write(path, 'x');
      repo.write('.env', 'x');
      repo.write('a.env', 'x');
      execFileSync('sh', ['-c', `git add -- ${pathWords([path])}`], { cwd: repo.folder });
      expect(repo.git('-c', 'core.quotePath=false', 'ls-files', '-z').split('\0').filter(Boolean)).toEqual([
        path,
      ]);
    },
  );
});

describe('replacementFor', () => {
  test('matches the secret alone, and holds no more of it than may be shown', () => {
    fc.assert(
      fc.property(anySecret, fc.constantFrom('', 'KEY="', 'x '), (secret, before) => {
        const bytes = Buffer.from(`${before}${secret}"\n`);
        const line = replacementFor(bytes, before.length, before.length + secret.length);
        if (line === null) return;
        const [, regex = ''] = /^regex:(.*)==>\*\*\*REMOVED\*\*\*$/.exec(line) ?? [];
        expect(bytes.toString().replace(new RegExp(regex), '')).toBe(`${before}"\n`);
        expectNoPieceOf(secret, line.replaceAll('\\', ''));
      }),
      { numRuns: 500 },
    );
  });

  test('is none for a binary file and for a short secret', () => {
    const secret = key('azure-openai-key', 1);
    expect(replacementFor(Buffer.from(`\0 ${secret}`), 2, 2 + secret.length)).toBeNull();
    expect(replacementFor(Buffer.from('short-secret'), 0, 12)).toBeNull();
  });
});

test('the samples cover every family', () => {
  expect(Object.keys(samples).length).toBeGreaterThan(15);
});
