import { COMMENT_BYTES } from '../report/markdown.ts';
import { noticeCommand } from './commands.ts';
import type { Environment } from './inputs.ts';
import type { ActionHost } from './run.ts';

/** By this a comment is known as ours; it does not show. */
const MARK = '<!-- keypetrel -->\n';
/** What a comment has room for beside it, in bytes. */
export const COMMENT_ROOM = COMMENT_BYTES - MARK.length;
const PAGE = 100;
const MOST_PAGES = 30;
const TIMEOUT_MS = 20_000;

/**
 * Writes the report into one comment on the pull request: the one that is there is brought up to date, and none is
 * made while nothing was found. With a token that may not comment, as for a fork, it says so and leaves it.
 */
export async function commentOnPullRequest(
  markdown: string,
  credentials: number,
  payload: Readonly<Record<string, unknown>>,
  token: string,
  { env, write }: ActionHost,
): Promise<void> {
  const number = (payload['pull_request'] as { number?: unknown } | undefined)?.number;
  if (typeof number !== 'number') return;
  try {
    const api = apiOf(env, token);
    const known = await findComment(api, number);
    if (known === null && credentials === 0) return;
    const body = MARK + markdown;
    if (known === null) await request(api, 'POST', `issues/${number}/comments`, { body });
    else await request(api, 'PATCH', `issues/comments/${known}`, { body });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    write(noticeCommand(`no comment on the pull request: ${reason}`));
  }
}

type Api = {
  readonly root: string;
  /** Of the repository. */
  readonly base: string;
  readonly token: string;
};

function apiOf(env: Environment, token: string): Api {
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error('GITHUB_REPOSITORY is not set');
  if (token === '') throw new Error('the input "github-token" is empty');
  const root = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  return { root, base: `${root}/repos/${repository}`, token };
}

async function findComment(api: Api, number: number): Promise<number | null> {
  let self: Promise<string | null> | null = null;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const comments = await request(api, 'GET', `issues/${number}/comments?per_page=${PAGE}&page=${page}`);
    if (!Array.isArray(comments)) return null;
    for (const each of comments) {
      if (typeof each?.body !== 'string' || !each.body.startsWith(MARK.trimEnd())) continue;
      // Anybody can write one with our mark, and could change it after us: ours is of a bot, or of the token's owner.
      if (each.user?.type === 'Bot') return each.id;
      self ??= loginOf(api);
      if (each.user?.login !== undefined && each.user.login === (await self)) return each.id;
    }
    if (comments.length < PAGE) return null;
  }
  return null;
}

/** Whom the token belongs to; null where that is no person. */
async function loginOf({ root, token }: Api): Promise<string | null> {
  const response = await answer({ base: root, token }, 'GET', 'user');
  if (!response.ok) return null;
  const { login } = ((await response.json()) ?? {}) as { login?: unknown };
  return typeof login === 'string' ? login : null;
}

async function request(
  api: Api,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await answer(api, method, path, body);
  if (response.status === 401 || response.status === 403) {
    throw new Error(`the token may not do that (${response.status}); it needs "pull-requests: write"`);
  }
  if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
  return response.json();
}

function answer(
  { base, token }: Pick<Api, 'base' | 'token'>,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<Response> {
  return fetch(`${base}/${path}`, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'keypetrel',
      'x-github-api-version': '2022-11-28',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
