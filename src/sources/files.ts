import { setImmediate } from 'node:timers/promises';
import type { ContentScreen } from '../git/pack/content-screen.ts';
import type { Repository } from '../git/repository.ts';
import type { Progress } from '../scan-options.ts';
import { CONCURRENT_CALLS, type FileCalls, IMMEDIATE_CALLS } from './file-calls.ts';
import { listFiles } from './file-list.ts';
import { FileNames } from './file-names.ts';
import { FileReader, type FileToRead, LinkFreeFolders } from './file-reader.ts';
import type { PathGlobs } from './path-filter.ts';
import { createPathFilter } from './path-filter.ts';
import type { Source } from './source.ts';

export type FileOptions = PathGlobs & {
  /** Folder that paths in reports are relative to; in a repository the top of its work tree. */
  readonly root: string;
  /** Files and folders to scan, absolute or relative to the current folder; none means the root. */
  readonly paths?: readonly string[];
  /** The repository whose work tree `root` is; null outside of one. */
  readonly repository: Repository | null;
  /** Whether ignored files are left out (default: yes). */
  readonly gitignore?: boolean;
  /** Gets the path of each repository within the work tree. Without it they are counted as skipped. */
  readonly onRepository?: ((path: string) => void) | undefined;
  /**
   * How many files are read at once. One (the default) reads without the thread pool, which is fastest as
   * long as the disk answers at once; more helps on disks that do not (network, cold cache).
   */
  readonly jobs?: number | undefined;
  /** Tells which names of files and folders are worth a look; without it names are not scanned. */
  readonly screen?: ContentScreen | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

const FILES_PER_PROGRESS = 64;

/**
 * Files as they are on disk: in a repository those that git sees, elsewhere all that `.gitignore` files leave.
 * A file that is named in `paths` is read also when it is ignored.
 * @throws UserError when a path does not exist or is outside of the root.
 */
export function fileSource(options: FileOptions): Source {
  const { jobs = 1, signal, onProgress } = options;
  return async (emit, coverage) => {
    const filter = await createPathFilter(options);
    const { root, files, total } = await listFiles(options, coverage);
    const linkFree = new LinkFreeFolders(root);
    const createReader = (calls: FileCalls): FileReader =>
      new FileReader(root, calls, emit, coverage, linkFree, signal);
    const names = options.screen === undefined ? null : new FileNames(emit, options.screen);
    let done = 0;
    const readOne = async (reader: FileReader, file: FileToRead): Promise<void> => {
      if (filter(file.path)) {
        names?.add(file.path, (path) => ({ kind: 'file', path, state: file.state, isName: true }));
        await reader.read(file);
      } else coverage.skip('excluded', file.path);
      done += 1;
      if (done % FILES_PER_PROGRESS === 0) onProgress?.({ phase: 'files', done, total });
    };
    if (jobs <= 1) await readOneByOne(files, createReader(IMMEDIATE_CALLS), readOne, signal);
    else await readSeveral(files, jobs, () => createReader(CONCURRENT_CALLS), readOne, signal);
    names?.flush();
    onProgress?.({ phase: 'files', done, total });
  };
}

type ReadOne = (reader: FileReader, file: FileToRead) => Promise<void>;

async function readOneByOne(
  files: AsyncIterable<FileToRead>,
  reader: FileReader,
  readOne: ReadOne,
  signal: AbortSignal | undefined,
): Promise<void> {
  let count = 0;
  for await (const file of files) {
    count += 1;
    // Nothing here waits, so without a break neither a signal nor the progress line would get a turn.
    if (count % FILES_PER_PROGRESS === 0) await setImmediate();
    signal?.throwIfAborted();
    await readOne(reader, file);
  }
}

async function readSeveral(
  files: AsyncIterable<FileToRead>,
  jobs: number,
  createReader: () => FileReader,
  readOne: ReadOne,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { default: pLimit } = await import('p-limit');
  const limit = pLimit(jobs);
  const idle: FileReader[] = [];
  const running = new Set<Promise<void>>();
  try {
    for await (const file of files) {
      signal?.throwIfAborted();
      const reading = limit(async () => {
        const reader = idle.pop() ?? createReader();
        await readOne(reader, file);
        idle.push(reader);
      });
      running.add(reading);
      reading.then(
        () => running.delete(reading),
        () => {},
      );
      // The list is not read ahead further than the readers can follow.
      if (running.size >= 2 * jobs) await Promise.race(running);
    }
    await Promise.all(running);
  } finally {
    limit.clearQueue();
    await Promise.allSettled(running);
  }
}
