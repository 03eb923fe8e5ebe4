import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Credential } from '../../src/credentials/report.ts';
import { scan } from '../../src/scan.ts';
import type { ScanOptions } from '../../src/scan-options.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const KEY = key('azure-legacy-key', 7);
/** A name that says nothing of Azure: with the shape of the key one short of `medium`. */
const ENV = `API_KEY=${KEY}\n`;
const ENDPOINT = 'endpoint: https://contoso-prod.openai.azure.com/\n';

async function only(folder: string, options: ScanOptions = {}): Promise<Credential> {
  const { credentials } = await scan({ paths: [folder], minConfidence: 'low', ...options });
  expect(credentials).toHaveLength(1);
  return credentials[0] as Credential;
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe('a key and an endpoint in different files', () => {
  test('belong together in a folder without git, and the endpoint is evidence', async () => {
    const alone = await only(folderWith({ '.env': ENV }));
    expect(alone).toMatchObject({ confidence: 'low', endpoint: null });

    const paired = await only(folderWith({ '.env': ENV, 'conf/config.yaml': ENDPOINT }));
    expect(paired).toMatchObject({ confidence: 'medium', endpoint: 'contoso-prod.openai.azure.com' });
    expect(paired.evidence.map(({ detail }) => detail)).toContain(
      'the host contoso-prod.openai.azure.com stands in conf/config.yaml, in the same repository',
    );
  });

  test('belong together when both are only staged', async () => {
    const repo = GitRepo.create();
    repo.write('.env', ENV);
    repo.write('config.yaml', ENDPOINT);
    repo.git('add', '--all');
    const credential = await only(repo.folder, { target: 'staged' });
    expect(credential).toMatchObject({ confidence: 'medium', endpoint: 'contoso-prod.openai.azure.com' });
  });

  test('belong together in the commit that brought in the key, also when both are gone since', async () => {
    const repo = GitRepo.create();
    repo.commit('add', { '.env': ENV, 'line\nbreak.yaml': ENDPOINT });
    repo.git('rm', '--quiet', '-r', '.');
    repo.commit('remove');
    const credential = await only(repo.folder, { target: 'history' });
    expect(credential).toMatchObject({ confidence: 'medium', endpoint: 'contoso-prod.openai.azure.com' });
  });

  test('do not belong together when they never stood in one commit', async () => {
    const repo = GitRepo.create();
    repo.commit('key', { '.env': ENV });
    repo.git('rm', '--quiet', '.env');
    repo.commit('endpoint', { 'config.yaml': ENDPOINT });
    expect(await only(repo.folder, { target: 'history' })).toMatchObject({
      confidence: 'low',
      endpoint: null,
    });
  });

  test('the file in the same folder counts before those farther away', async () => {
    const other = ENDPOINT.replace('contoso-prod', 'fabrikam-test');
    const files = { 'a/.env': ENV, 'a/config.yaml': ENDPOINT, 'b/config.yaml': other, 'config.yaml': other };
    expect((await only(folderWith(files))).endpoint).toBe('contoso-prod.openai.azure.com');
  });

  test('no endpoint is told where several are as close', async () => {
    const other = ENDPOINT.replace('contoso-prod', 'fabrikam-test');
    const files = { '.env': ENV, 'a.yaml': ENDPOINT, 'b.yaml': other };
    expect(await only(folderWith(files))).toMatchObject({ confidence: 'low', endpoint: null });
  });

  test('only a host of the very service counts for a key that tells it', async () => {
    const files = {
      '.env': `AZURE_OPENAI_API_KEY=${KEY}\n`,
      'search.yaml': 'endpoint: https://contoso-index.search.windows.net\n',
    };
    expect((await only(folderWith(files))).endpoint).toBeNull();
    const both = { ...files, 'openai.yaml': ENDPOINT };
    expect((await only(folderWith(both))).endpoint).toBe('contoso-prod.openai.azure.com');
  });

  test('a name that documentation puts in the place of a resource is none', async () => {
    const files = { '.env': ENV, 'README.md': 'https://your-resource-name.openai.azure.com/\n' };
    expect(await only(folderWith(files))).toMatchObject({ confidence: 'low', endpoint: null });
  });

  test('an endpoint in the file itself stays', async () => {
    const own = 'OPENAI_BASE=https://fabrikam-test.openai.azure.com\n';
    const credential = await only(folderWith({ '.env': ENV + own, 'config.yaml': ENDPOINT }));
    expect(credential.endpoint).toBe('fabrikam-test.openai.azure.com');
  });

  test('a proven key gets its endpoint, and stays proven', async () => {
    const files = { '.env': `KEY=${key('azure-openai-key', 3)}\n`, 'config.yaml': ENDPOINT };
    expect(await only(folderWith(files))).toMatchObject({
      confidence: 'proven',
      endpoint: 'contoso-prod.openai.azure.com',
    });
  });
});
