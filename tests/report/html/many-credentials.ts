import type { Credential, Exposure, Occurrence } from '../../../src/credentials/report.ts';
import type { Confidence, Severity } from '../../../src/detect/finding.ts';
import { makeCommitted, makeCredential, makeOccurrence, makeRemediation } from '../make-report.ts';

type Kind = Pick<Credential, 'rule' | 'title' | 'service' | 'severity' | 'confidence'>;

const KINDS: readonly Kind[] = [
  kind('azure-openai-key', 'Azure OpenAI key', 'Azure OpenAI', 'critical', 'proven'),
  kind('azure-ai-services-key', 'Azure AI Services key', 'Azure AI Services', 'critical', 'proven'),
  kind('openai-project-key', 'OpenAI project key', 'OpenAI', 'critical', 'high'),
  kind('openai-user-key', 'OpenAI user key', 'OpenAI', 'high', 'high'),
  kind('azure-ai-legacy-key', 'Azure AI key of the older form', 'Azure AI', 'high', 'medium'),
  kind('azure-search-admin-key', 'Azure AI Search admin key', 'Azure AI Search', 'medium', 'proven'),
  kind('azure-entra-client-secret', 'Entra ID client secret', 'Entra ID', 'medium', 'medium'),
  kind('azure-maps-key', 'Azure Maps key', 'Azure Maps', 'low', 'low'),
];

const EXPOSURES: readonly Exposure[] = [
  'pushed',
  'pushed',
  'committed',
  'working-tree',
  'staged',
  'unreachable',
];
const PATHS = [
  '.env',
  'config/appsettings.Production.json',
  'notebooks/evaluate-models.ipynb',
  'deploy/k8s/chat-backend/secret.yaml',
  'src/clients/openai_client.py',
  'tests/cassettes/test_completion.yaml',
];
const AUTHORS = [
  'Ada Lovelace <ada@example.org>',
  'Grace Hopper <grace@example.org>',
  'Zoë Müller <zoe@example.org>',
];

/** Credentials of all kinds, exposures and ages, always the same for the same number. */
export function manyCredentials(count: number): Credential[] {
  return Array.from({ length: count }, (_, index) => credential(index));
}

function credential(index: number): Credential {
  const exposure = EXPOSURES[(index * 7) % EXPOSURES.length] ?? 'pushed';
  const isCommitted = ['pushed', 'committed', 'unreachable'].includes(exposure);
  const resource = `contoso-${index % 23}`;
  return makeCredential({
    ...KINDS[(index * 5 + Math.floor(index / 11)) % KINDS.length],
    fingerprint: `kp1:${hex(index, 40)}`,
    redacted: `${hex(index, 4)}••••${hex(index + 7, 4)}`,
    endpoint: index % 3 === 0 ? `${resource}.openai.azure.com` : null,
    exposure,
    occurrences: isCommitted ? committed(index, exposure) : [uncommitted(index)],
    remediation: makeRemediation(
      'It has left this machine. Regenerate the key; nothing else makes a leaked one worthless.',
      [
        'revoke',
        'Find the resource and which of its two keys this is (key1 or key2).',
        `az cognitiveservices account keys list --name ${resource} --resource-group <resource-group>`,
      ],
      [
        'revoke',
        'Move every client to the other key, then regenerate this one.',
        `az cognitiveservices account keys regenerate --name ${resource} --resource-group <resource-group> --key-name Key1`,
      ],
      [
        'investigate',
        'Look at metrics, diagnostic logs, deployments and cost since the month of issue for use that is not yours.',
      ],
      ['undo', 'Take it out of the file.', `git restore --staged -- ${pathOf(index)}`],
      ['prevent', 'Turn keys off where you can, and use Microsoft Entra ID with a managed identity.'],
    ),
  });
}

function committed(index: number, exposure: Exposure): Occurrence[] {
  const month = (index * 13) % 30;
  return Array.from({ length: 1 + (index % 4) }, (_, place) =>
    makeCommitted({
      path: pathOf(index + place),
      line: 3 + ((index * 31 + place) % 400),
      commit: hex(index * 5 + place, 40),
      blob: hex(index * 3 + place, 40),
      author: AUTHORS[index % AUTHORS.length] ?? null,
      date: new Date(Date.UTC(2024, month + place, 1 + (index % 27), 10)).toISOString(),
      refs:
        exposure === 'pushed' ? ['refs/heads/main', 'refs/remotes/origin/main'] : ['refs/heads/feature/chat'],
      inHead: index % 3 !== 1 && exposure !== 'unreachable',
      frame: frame(index + place),
    }),
  );
}

function uncommitted(index: number): Occurrence {
  return makeOccurrence({ path: pathOf(index), line: 3 + (index % 90), frame: frame(index) });
}

function pathOf(index: number): string {
  const path = PATHS[index % PATHS.length] ?? '';
  return index % 5 === 0 ? path : `services/team-${index % 17}/${path}`;
}

function frame(index: number): Occurrence['frame'] {
  const secret = `${hex(index, 4)}••••${hex(index + 7, 4)}`;
  return [
    { number: 8, text: `AZURE_OPENAI_ENDPOINT=https://contoso-${index % 23}.openai.azure.com`, mark: null },
    { number: 9, text: `AZURE_OPENAI_API_KEY=${secret}  # production`, mark: { start: 22, end: 34 } },
    { number: 10, text: 'AZURE_OPENAI_DEPLOYMENT=gpt-5', mark: null },
  ];
}

/** Hex digits that no scanner takes for a key: of each number only a few change. */
function hex(number: number, length: number): string {
  return (number * 2_654_435_761).toString(16).padStart(8, '0').slice(-8).repeat(5).slice(0, length);
}

function kind(
  rule: string,
  title: string,
  service: string,
  severity: Severity,
  confidence: Confidence,
): Kind {
  return { rule, title, service, severity, confidence };
}
