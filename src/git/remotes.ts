import { nullWithoutGit } from './git-error.ts';
import { type GitOptions, runGit } from './process.ts';
import type { Repository } from './repository.ts';

/** A remote of the configuration, and where fetches from it put refs: patterns such as `refs/remotes/origin/*`. */
export type Remote = { readonly name: string; readonly destinations: readonly string[] };

/** The remotes, in the order of the configuration. Empty when it cannot be read: that only costs detail. */
export async function listRemotes(repository: Repository, options: GitOptions = {}): Promise<Remote[]> {
  const args = ['config', '--local', '--null', '--list'];
  const output = await nullWithoutGit(options.signal, () => runGit(repository, args, options));
  return remotesOf(output?.toString('utf8').split('\0') ?? []);
}

/** @param settings a name, a newline and a value each; where it is set without a value, the name alone. */
function remotesOf(settings: readonly string[]): Remote[] {
  const remotes = new Map<string, string[]>();
  for (const setting of settings) {
    // A remote's name may hold dots.
    const [, name, variable, value = ''] = /^remote\.([^\n]+)\.(url|fetch)(?:\n(.*))?$/s.exec(setting) ?? [];
    if (name === undefined) continue;
    const destinations = remotes.get(name) ?? [];
    remotes.set(name, destinations);
    if (variable === 'fetch') destinations.push(...fetchDestination(value));
  }
  return [...remotes].map(([name, destinations]) => ({ name, destinations }));
}

/** `+refs/heads/*:refs/remotes/origin/*` puts things in `refs/remotes/origin/*`; without a colon, nowhere. */
function fetchDestination(refspec: string): string[] {
  const destination = refspec.slice(refspec.indexOf(':') + 1);
  return refspec.includes(':') && destination.startsWith('refs/') ? [destination] : [];
}
