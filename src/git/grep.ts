import type { ObjectId } from './object-id.ts';
import { decodePath } from './path-name.ts';
import { expectSuccess, type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NEWLINE, NUL } from './split-stream.ts';

export type GrepOptions = GitOptions & {
  /** Bytes of output at which the search ends; what was found until then stands. */
  readonly maxBytes: number;
};

/**
 * Finds the lines of a commit's text files, or of the index's, that hold one of some texts. Files that are missing are
 * passed over.
 * @param texts in lower case, as they are looked for.
 * @throws GitError when git does not search to the end, after what it has found.
 */
export async function grepFiles(
  repository: Repository,
  where: ObjectId | 'index',
  texts: readonly string[],
  onLine: (path: string, line: string) => void,
  options: GrepOptions,
): Promise<void> {
  const wanted = texts.flatMap((text) => ['-e', text]);
  const place = where === 'index' ? '--cached' : where;
  // `--end-of-options` is not for git grep; the place is an object id or our own word.
  const args = ['grep', '-I', '-z', '-F', '--full-name', '--no-color', '--no-textconv', '--no-line-number'];
  const git = startGit(repository, [...args, ...wanted, place, '--'], options);
  git.stdin.end();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of git.stdout) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > options.maxBytes) git.kill();
  }
  const exit = await git.exit;
  parseLines(Buffer.concat(chunks), where === 'index' ? 0 : where.length + 1, onLine);
  // 1: it found nothing.
  if (length <= options.maxBytes && exit.code !== 1) expectSuccess(repository, args, exit);
}

/** `<commit>:<path> NUL <line> LF`, without the commit for the index; a last line without an end is left out. */
function parseLines(output: Buffer, prefix: number, onLine: (path: string, line: string) => void): void {
  for (let at = 0; at < output.length; ) {
    const pathEnd = output.indexOf(NUL, at);
    const lineEnd = pathEnd < 0 ? -1 : output.indexOf(NEWLINE, pathEnd);
    if (lineEnd < 0) return;
    onLine(
      decodePath(output.subarray(at + prefix, pathEnd)),
      output.toString('latin1', pathEnd + 1, lineEnd),
    );
    at = lineEnd + 1;
  }
}
