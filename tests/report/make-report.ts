import type { CredentialProvenance } from '../../src/credentials/provenance.ts';
import type { Credential, Occurrence, Remediation, Report } from '../../src/credentials/report.ts';
import type { AdviceStage } from '../../src/rules/rule-file.ts';

/** A file occurrence with a frame of three lines, changed as told. */
export function makeOccurrence(changes: Partial<Occurrence> = {}): Occurrence {
  return {
    path: 'config/prod.env',
    line: 12,
    column: 6,
    endLine: 12,
    endColumn: 26,
    source: 'file',
    isName: false,
    blob: null,
    commit: null,
    author: null,
    date: null,
    refs: [],
    moreRefs: 0,
    inHead: null,
    exposure: 'working-tree',
    decodedFrom: [],
    cell: null,
    frame: [
      { number: 11, text: 'HOST=contoso.example', mark: null },
      { number: 12, text: 'KEY="ab12••••yz89" # prod', mark: { start: 6, end: 18 } },
      { number: 13, text: 'DEBUG=1', mark: null },
    ],
    ...changes,
  };
}

/** The same place in a commit. */
export function makeCommitted(changes: Partial<Occurrence> = {}): Occurrence {
  return makeOccurrence({
    source: 'blob',
    blob: 'b10b'.repeat(10),
    commit: 'c0ffee11'.repeat(5),
    author: 'Ada Lovelace <ada@example.org>',
    date: '2025-03-14T10:00:00+01:00',
    refs: ['refs/heads/main', 'refs/remotes/origin/main', 'refs/tags/v1'],
    moreRefs: 0,
    inHead: true,
    exposure: 'pushed',
    ...changes,
  });
}

/** What is told of `makeCommitted` as a whole, changed as told. */
export function makeProvenance(changes: Partial<CredentialProvenance> = {}): CredentialProvenance {
  return {
    complete: true,
    first: {
      commit: 'c0ffee11'.repeat(5),
      author: 'Ada Lovelace <ada@example.org>',
      date: '2025-03-14T10:00:00+01:00',
      path: 'config/prod.env',
      orEarlier: false,
    },
    renames: [],
    inHead: true,
    removed: null,
    refs: ['refs/heads/main', 'refs/remotes/origin/main', 'refs/tags/v1'],
    moreRefs: 0,
    remotes: [{ name: 'origin', refs: ['refs/remotes/origin/main'], moreRefs: 0 }],
    ...changes,
  };
}

/** Advice of steps, each with its commands; the flat lists follow from it. */
export function makeRemediation(
  summary: string,
  ...plan: readonly (readonly [AdviceStage, string, ...string[]])[]
): Remediation {
  const steps = plan.map(([stage, text, ...commands]) => ({ stage, text, commands }));
  return {
    summary,
    steps: steps.map(({ text }) => text),
    commands: steps.flatMap(({ commands }) => commands),
    plan: steps,
  };
}

/** A proven Azure key in one file and one commit that is pushed, changed as told. */
export function makeCredential(changes: Partial<Credential> = {}): Credential {
  return {
    fingerprint: `kp1:${'0a1b2c3d'.repeat(5)}`,
    rule: 'azure-openai-key',
    title: 'Azure OpenAI key',
    service: 'Azure OpenAI',
    severity: 'critical',
    confidence: 'proven',
    checksum: 'valid',
    issued: '2025-03',
    endpoint: 'contoso.openai.azure.com',
    redacted: 'ab12••••yz89',
    length: 84,
    entropy: 5.1,
    evidence: [
      { kind: 'name', weight: 4, detail: 'stands under the name "KEY"' },
      { kind: 'checksum', weight: 10, detail: 'the checksum inside the key is right' },
      { kind: 'path', weight: -2, detail: 'stands in a folder of tests' },
      { kind: 'format', weight: 0, detail: 'has a form that says nothing' },
    ],
    exposure: 'pushed',
    occurrences: [makeOccurrence(), makeCommitted()],
    provenance: makeProvenance(),
    remediation: makeRemediation(
      'It has left this machine. Regenerate the key. Callers get 401 at once.',
      ['revoke', 'Move every client to the other key.', 'az keys list --name contoso'],
      ['revoke', 'Regenerate this one.', 'az keys regenerate --name contoso'],
      ['undo', 'Replace it in the commits.', 'git filter-repo'],
      ['prevent', 'Use no keys.'],
    ),
    ...changes,
  };
}

/** An OpenAI key that nobody committed. */
export function makeOpenAiCredential(changes: Partial<Credential> = {}): Credential {
  return makeCredential({
    fingerprint: `kp1:${'ffee0011'.repeat(5)}`,
    rule: 'openai-project-key',
    title: 'OpenAI project key',
    service: 'OpenAI',
    severity: 'high',
    confidence: 'medium',
    checksum: 'none',
    issued: null,
    endpoint: null,
    redacted: 'sk-proj-ab12••••yz89',
    evidence: [{ kind: 'format', weight: 10, detail: 'has the form of an OpenAI key' }],
    exposure: 'working-tree',
    occurrences: [makeOccurrence({ path: 'src/app.py', line: 3, column: 9 })],
    provenance: null,
    remediation: makeRemediation(
      'It is not in any commit yet. Revoke the key.',
      ['revoke', 'Create a new key.', 'curl https://api.example/keys'],
      ['undo', 'Take it out of the file.'],
    ),
    ...changes,
  });
}

type Changes = Partial<Omit<Report, 'coverage' | 'suppressed'>> & {
  readonly coverage?: Partial<Report['coverage']>;
  readonly suppressed?: Partial<Report['suppressed']>;
};

/** A complete scan of a repository without findings, changed as told. */
export function makeReport({ coverage, suppressed, ...changes }: Changes = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'keypetrel', version: '1.2.3', rulesDigest: 'sha256:0123' },
    coverage: {
      complete: true,
      modes: ['files', 'index', 'history'],
      files: { scanned: 1234, bytes: 5_600_000 },
      objects: { scanned: 12_345, bytes: 812_000_000, fromCache: 0 },
      commits: 450,
      shallow: false,
      partialClone: false,
      skipped: [],
      ...coverage,
    },
    credentials: [],
    suppressed: { baseline: 0, inline: 0, ignored: 0, belowThreshold: 0, standing: 0, ...suppressed },
    ...changes,
  };
}
