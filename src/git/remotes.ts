import { gitEnvironment, NEUTRAL_SETTINGS } from './environment.ts';
import { gitExecutable } from './executable.ts';
import type { Repository } from './repository.ts';

/** A remote of the configuration, and where fetches from it put refs: patterns such as `refs/remotes/origin/*`. */
export type Remote = { readonly name: string; readonly destinations: readonly string[] };

/**
 * The remotes, in the order of the configuration. Empty when it cannot be read.
 *
 * simple-git is imported here only (20 to 40 ms): this is asked once something was found. It takes some settings for
 * dangerous, and would refuse them: of those that we make, each turns off what it warns of.
 */
export async function listRemotes(repository: Repository): Promise<Remote[]> {
  const { GitConfigScope, GitPluginError, simpleGit } = await import('simple-git');
  const environment = gitEnvironment(null);
  const program = gitExecutable();
  const git = simpleGit({
    baseDir: repository.cwd,
    allowEnvironment: Object.keys(environment),
    config: [...NEUTRAL_SETTINGS],
    ...(program === 'git' ? {} : { binary: program }),
    unsafe: {
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafeProtocolOverride: true,
      // A full path is "custom" to simple-git; it comes from PATH alone.
      allowUnsafeCustomBinary: program !== 'git',
    },
  }).env(environment);
  try {
    const { all } = await git.listConfig(GitConfigScope.local);
    return remotesOf(Object.entries(all).map(([key, value]) => [key, [value].flat()]));
  } catch (error) {
    // simple-git refusing what we ask of it is our bug; git failing at this file only costs detail.
    if (error instanceof GitPluginError) throw error;
    return [];
  }
}

function remotesOf(settings: readonly (readonly [string, readonly string[]])[]): Remote[] {
  const remotes = new Map<string, string[]>();
  for (const [key, values] of settings) {
    // A remote's name may hold dots.
    const [, name, variable] = /^remote\.(.+)\.(url|fetch)$/s.exec(key) ?? [];
    if (name === undefined) continue;
    const destinations = remotes.get(name) ?? [];
    remotes.set(name, destinations);
    if (variable === 'fetch') destinations.push(...values.flatMap(fetchDestination));
  }
  return [...remotes].map(([name, destinations]) => ({ name, destinations }));
}

/** `+refs/heads/*:refs/remotes/origin/*` puts things in `refs/remotes/origin/*`; without a colon, nowhere. */
function fetchDestination(refspec: string): string[] {
  const destination = refspec.slice(refspec.indexOf(':') + 1);
  return refspec.includes(':') && destination.startsWith('refs/') ? [destination] : [];
}
