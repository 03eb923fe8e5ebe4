import { gitEnvironment } from './environment.ts';
import { gitExecutable } from './executable.ts';
import type { Repository } from './repository.ts';

/**
 * Where fetches put refs: the right-hand sides of all remotes' fetch refspecs, such as
 * `refs/remotes/origin/*`. Empty without remotes, and when the configuration cannot be read.
 *
 * simple-git is imported here only (20 to 40 ms): this is asked once something was found. It refuses the
 * settings that `NEUTRAL_OPTIONS` makes; reading a configuration file needs none of them.
 */
export async function listFetchDestinations(repository: Repository): Promise<string[]> {
  const { GitConfigScope, GitPluginError, simpleGit } = await import('simple-git');
  const environment = gitEnvironment(null);
  const program = gitExecutable();
  const git = simpleGit({
    baseDir: repository.cwd,
    allowEnvironment: Object.keys(environment),
    // A full path is "custom" to simple-git; it comes from PATH alone.
    ...(program === 'git' ? {} : { binary: program, unsafe: { allowUnsafeCustomBinary: true } }),
  }).env(environment);
  try {
    const { all } = await git.listConfig(GitConfigScope.local);
    return Object.entries(all)
      .filter(([key]) => /^remote\..*\.fetch$/s.test(key))
      .flatMap(([, value]) => value)
      .flatMap(fetchDestination);
  } catch (error) {
    // simple-git refusing what we ask of it is our bug; git failing at this file only costs detail.
    if (error instanceof GitPluginError) throw error;
    return [];
  }
}

/** `+refs/heads/*:refs/remotes/origin/*` puts things in `refs/remotes/origin/*`; without a colon, nowhere. */
function fetchDestination(refspec: string): string[] {
  const destination = refspec.slice(refspec.indexOf(':') + 1);
  return refspec.includes(':') && destination.startsWith('refs/') ? [destination] : [];
}
