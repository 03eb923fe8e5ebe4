import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git } from '../bench/git.ts';
import type { ExpandFixture } from './fixture-expander.ts';

/** How the people of the story are called, and when each commit was made. */
const AUTHORS = { ada: 'Ada Keller', ben: 'Ben Moreau' } as const;

type Change = {
  readonly author: keyof typeof AUTHORS;
  readonly date: string;
  readonly message: string;
  /** Content by path, with placeholders of keys; null for a file that goes away. */
  readonly files: Readonly<Record<string, string | null>>;
};

const PUSHED: readonly Change[] = [
  {
    author: 'ada',
    date: '2026-03-02T09:14:00Z',
    message: 'Start the assistant',
    files: {
      'README.md': '# Contoso assistant\n\nAnswers questions about orders.\n',
      'app/chat.py':
        'import os\n\nfrom openai import AzureOpenAI\n\nclient = AzureOpenAI(api_key=os.environ["AZURE_OPENAI_API_KEY"])\n',
    },
  },
  {
    author: 'ben',
    date: '2026-03-09T16:40:00Z',
    message: 'Try the new deployment',
    files: {
      '.env':
        'AZURE_OPENAI_ENDPOINT=https://contoso-assistant.openai.azure.com\nAZURE_OPENAI_API_KEY={{azure-openai-key:1}}\nAZURE_OPENAI_DEPLOYMENT=gpt-4o\n',
    },
  },
  {
    author: 'ben',
    date: '2026-03-10T08:05:00Z',
    message: 'Keep settings out of the repository',
    files: { '.env': null, '.gitignore': '.env\n' },
  },
];

const LOCAL: readonly Change[] = [
  {
    author: 'ada',
    date: '2026-05-20T13:22:00Z',
    message: 'Compare answers in a notebook',
    files: {
      'notebooks/compare.ipynb': JSON.stringify(
        {
          cells: [
            { cell_type: 'markdown', metadata: {}, source: ['# Compare answers'] },
            {
              cell_type: 'code',
              execution_count: 1,
              metadata: {},
              outputs: [],
              source: [
                'from openai import OpenAI\n',
                'client = OpenAI(api_key="{{openai-project-key:1}}")\n',
              ],
            },
          ],
          metadata: { language_info: { name: 'python' } },
          nbformat: 4,
          nbformat_minor: 5,
        },
        null,
        1,
      ),
    },
  },
];

const STAGED = {
  'deploy/translator.tf':
    'resource "azurerm_container_app" "translator" {\n  endpoint       = "https://contoso.cognitiveservices.azure.com"\n  translator_key = "{{azure-legacy-key:2}}"\n}\n',
};

const UNSTAGED = {
  'scripts/index.sh':
    'curl https://contoso-search.search.windows.net/indexes?api-version=2024-07-01 \\\n  -H "api-key: {{azure-search-admin-key:1}}"\n',
};

/**
 * Makes the repository that the pictures in the README show: keys that were pushed, committed, staged, and in a file.
 * @returns its folder.
 */
export async function makeDemoRepository(folder: string, expand: ExpandFixture): Promise<string> {
  const repository = join(folder, 'contoso-assistant');
  const remote = join(folder, 'contoso-assistant.git');
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  await git(folder, 'init', '--quiet', '--initial-branch=main', repository);
  await git(repository, 'remote', 'add', 'origin', remote);
  for (const change of PUSHED) await commit(repository, change, expand);
  await git(repository, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  for (const change of LOCAL) await commit(repository, change, expand);
  await write(repository, STAGED, expand);
  await git(repository, 'add', '--all');
  await write(repository, UNSTAGED, expand);
  return repository;
}

async function commit(
  repository: string,
  { author, date, message, files }: Change,
  expand: ExpandFixture,
): Promise<void> {
  await write(repository, files, expand);
  await git(repository, 'add', '--all');
  const person = { name: AUTHORS[author], email: `${author}@contoso.example` };
  await git(
    repository,
    ...['-c', `user.name=${person.name}`, '-c', `user.email=${person.email}`],
    ...['commit', '--quiet', `--date=${date}`, '--message', message],
  );
}

async function write(
  repository: string,
  files: Readonly<Record<string, string | null>>,
  expand: ExpandFixture,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(repository, path);
    if (content === null) await git(repository, 'rm', '--quiet', path);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, expand(content));
    }
  }
}
