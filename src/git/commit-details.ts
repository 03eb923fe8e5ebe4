import type { CommitGraph, CommitPlace } from './commit-graph.ts';
import { type GitOptions, startGit } from './process.ts';
import { type LoggedCommit, RAW_LOG_FORMAT, RawLogParser } from './raw-log.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

/** Who made some commits, and when. What cannot be read has no entry. */
export async function readCommitDetails(
  repository: Repository,
  graph: CommitGraph,
  places: readonly CommitPlace[],
  options: GitOptions = {},
): Promise<Map<CommitPlace, LoggedCommit>> {
  const details = new Map<CommitPlace, LoggedCommit>();
  const wanted = [...new Set(places)].filter((place) => !graph.isMissing(place));
  if (wanted.length === 0) return details;
  const args = ['log', '--no-walk=unsorted', ...RAW_LOG_FORMAT, '--no-patch', '--stdin', '--end-of-options'];
  const git = startGit(repository, args, options);
  git.stdin.end(wanted.map((place) => `${graph.idAt(place)}\n`).join(''));
  const parser = new RawLogParser({
    commit: (commit) => {
      const place = graph.find(commit.oid);
      if (place !== null) details.set(place, commit);
    },
    change: () => {},
  });
  await splitStream(git.stdout, NUL, (part) => parser.push(part));
  await git.exit;
  return details;
}
