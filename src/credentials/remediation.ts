import type { Finding } from '../detect/finding.ts';
import type { RemediationTemplate } from '../rules/rule-file.ts';
import type { Exposure, Remediation } from './report.ts';

/**
 * What to do about a credential, in this order: make it worthless, see what was done with it, take it out of
 * the repository as far as that still helps, and make it impossible next time.
 * @param path a file that holds it, for the commands; null when none is known.
 */
export function remediationFor(
  template: RemediationTemplate,
  finding: Finding,
  exposure: Exposure,
  path: string | null,
): Remediation {
  const undo = undoSteps(exposure, path);
  return {
    summary: `${EXPOSURE_SUMMARY[exposure]} ${template.summary}`,
    steps: [...template.steps, ...undo.steps],
    commands: [...template.commands.map((command) => fillIn(command, finding)), ...undo.commands],
  };
}

const EXPOSURE_SUMMARY: Readonly<Record<Exposure, string>> = {
  'ignored-file': 'It is in a file that git ignores and has not left this machine through git.',
  'working-tree': 'It is in a file here; no commit that was scanned has it.',
  staged: 'It is staged but not in any commit yet.',
  unreachable: 'It is in a commit that no branch or tag holds any more.',
  committed: 'It is committed here and in no remote branch that this clone knows of.',
  pushed: 'It has left this machine: taking it out of the history does not undo that.',
};

type UndoSteps = { readonly steps: readonly string[]; readonly commands: readonly string[] };

function undoSteps(exposure: Exposure, path: string | null): UndoSteps {
  const file = path === null ? '<file>' : shellQuote(path);
  const nextTime =
    'Keep the value in an environment variable or a secret store, and put the file that held it into .gitignore.';
  switch (exposure) {
    case 'ignored-file':
      return {
        steps: ['Keep the file out of git, backups and images, or move the value to a secret store.'],
        commands: [],
      };
    case 'working-tree':
      return { steps: [`Take it out of the file before you commit. ${nextTime}`], commands: [] };
    case 'staged':
      return {
        steps: [`Take it out of the index and of the file. ${nextTime}`],
        commands: [`git restore --staged -- ${file}`],
      };
    case 'unreachable':
      return {
        steps: ['Let git forget the commit, once nothing in it is needed any more.'],
        commands: ['git reflog expire --expire=now --all', 'git gc --prune=now'],
      };
    case 'committed':
      return {
        steps: [`Take it out of the commits before you push. ${nextTime}`],
        commands: [
          `git commit --amend --no-edit -- ${file}    # when it came in with the last commit, after you took it out`,
          `git filter-repo --invert-paths --path ${file}    # when it came in earlier`,
        ],
      };
    case 'pushed':
      return {
        steps: [
          `After rotation, take it out of the history if you want it clean; every clone and fork keeps it. ${nextTime}`,
        ],
        commands: [`git filter-repo --invert-paths --path ${file}`],
      };
  }
}

/** The resource's name comes from a host in the content; a host label has nothing that a shell would read. */
function fillIn(command: string, finding: Finding): string {
  const resource = /^([a-z0-9-]+)\.[a-z]/.exec(finding.endpoint ?? '')?.[1];
  return command
    .replaceAll('{resource}', resource ?? '<resource>')
    .replaceAll('{issued}', finding.issued === null ? '<date>' : `${finding.issued}-01`);
}

/** A path as one POSIX shell word that the shell takes literally. */
export function shellQuote(path: string): string {
  return /^[\w./@-]+$/.test(path) && !path.startsWith('-') ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
