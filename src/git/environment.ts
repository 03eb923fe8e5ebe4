import { devNull } from 'node:os';

/** What git may see of our own environment; everything else could change what it does or what it runs. */
const PASSED_ON: readonly string[] = [
  'PATH',
  'Path',
  'PATHEXT',
  'HOME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'XDG_CONFIG_HOME',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'SystemRoot',
  'SYSTEMROOT',
  'WINDIR',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LD_LIBRARY_PATH',
  // Under sudo git compares the owner of a repository with this user: its ownership check needs it.
  'SUDO_UID',
  // Where the user wants the search for a repository to end.
  'GIT_CEILING_DIRECTORIES',
];

/** Settings that make git passive: no prompt, no lock, no network, no help from outside. */
const OWN_SETTINGS: Readonly<Record<string, string>> = {
  // Messages are matched, so they have to be English.
  LC_ALL: 'C',
  LANGUAGE: '',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  // Older than 2.45, git does not know GIT_NO_LAZY_FETCH. This list, unlike `protocol.allow`, cannot be
  // overruled by `protocol.<name>.allow` in the repository: with no known name in it, nothing is fetched.
  GIT_ALLOW_PROTOCOL: 'none',
  // Replacements and grafts can hide history. What they hide and what they show are both scanned as objects.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: devNull,
  GIT_ATTR_NOSYSTEM: '1',
  // Paths are names, never patterns: a file may be called `:(exclude)*`.
  GIT_LITERAL_PATHSPECS: '1',
};

/**
 * The environment for git: an allow-list of ours and our settings.
 * @param indexFile path of the index to use in place of the repository's own, as a hook gets it in
 *   `GIT_INDEX_FILE`; null for the repository's own.
 */
export function gitEnvironment(
  indexFile: string | null,
  parent: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string> {
  const environment: Record<string, string> = { ...OWN_SETTINGS };
  for (const name of PASSED_ON) {
    const value = parent[name];
    if (value !== undefined) environment[name] = value;
  }
  if (indexFile !== null) environment['GIT_INDEX_FILE'] = indexFile;
  return environment;
}

/**
 * Settings that overrule what a hostile repository's configuration could do:
 * run a program (fsmonitor, hooks, a signature check), fetch, or change the output that is parsed.
 */
export const NEUTRAL_SETTINGS: readonly string[] = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  'core.quotePath=false',
  'core.precomposeUnicode=false',
  'core.warnAmbiguousRefs=false',
  'protocol.allow=never',
  // Its danger is a hostile configuration in a nested bare repository, which these options defuse.
  'safe.bareRepository=all',
  'log.showSignature=false',
  'log.showRoot=true',
  'i18n.logOutputEncoding=UTF-8',
  'color.ui=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'advice.graftFileDeprecated=false',
  // Memory: git maps whole packs by default, holds contents of up to 512 MB as a whole, and a repository's
  // configuration could let it keep more. With these it is as fast.
  'core.packedGitWindowSize=8m',
  'core.packedGitLimit=128m',
  'core.bigFileThreshold=16m',
  'core.deltaBaseCacheLimit=48m',
];

/** The options before each command. */
export const NEUTRAL_OPTIONS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  ...NEUTRAL_SETTINGS.flatMap((setting) => ['-c', setting]),
];

/** For a git that goes through a pack from its start to its end: fewer windows than to compare trees all over it takes. */
export const FEW_WINDOWS: readonly string[] = ['-c', 'core.packedGitLimit=32m'];
