import type { Blocks } from '../git/asked-objects.ts';
import { readObjects } from '../git/cat-file.ts';
import { type ListedObject, listObjects } from '../git/objects.ts';
import type { Repository } from '../git/repository.ts';
import type { Coverage } from './coverage.ts';
import type { HistoryOptions } from './history-options.ts';
import type { HistoryProgress } from './history-progress.ts';
import type { Emit } from './source.ts';
import { TreeNames } from './tree-names.ts';
import { Windower } from './windows.ts';

/** Reads history through git, which is right everywhere: the reference that the fast reader is compared with. */
export async function readGitHistory(
  options: HistoryOptions,
  emit: Emit,
  coverage: Coverage,
  progress: HistoryProgress,
): Promise<void> {
  const objects = listObjects(options.repository, {
    allObjects: options.allObjects ?? false,
    signal: options.signal,
    onProblem: ({ reason, example }) => coverage.skip(reason, example),
    onListed: (count) => progress.setTotal(count),
  });
  const names = new TreeNames(options.repository, emit, undefined);
  await readListedObjects(options.repository, objects, emit, names, coverage, progress, options.signal);
}

/** Reads listed objects through git, and counts them, but for trees: of those the names are scanned. */
export async function readListedObjects(
  repository: Repository,
  objects: Blocks<ListedObject>,
  emit: Emit,
  names: TreeNames,
  coverage: Coverage,
  progress: HistoryProgress,
  signal: AbortSignal | undefined,
): Promise<void> {
  const windower = new Windower(emit);
  let isTree = false;
  let tree: Buffer[] = [];
  await readObjects(
    repository,
    objects,
    {
      begin({ oid, path }, { type, size }) {
        isTree = type === 'tree';
        tree = [];
        if (!isTree) windower.begin([{ kind: 'object', type: contentType(type), oid, path }], size);
      },
      part(bytes) {
        if (isTree) tree.push(Buffer.from(bytes));
        else windower.push(bytes);
      },
      end(_, { type, size }) {
        progress.advance();
        if (isTree) names.add(Buffer.concat(tree));
        else {
          windower.end();
          countObject(coverage, type, size);
        }
      },
      missing({ oid }) {
        progress.advance();
        coverage.skip('missing-object', oid);
      },
      corrupt({ oid }) {
        progress.advance();
        coverage.skip('corrupt-object', oid);
      },
    },
    { signal },
  );
  names.flush();
}

/** Counts an object that was scanned. */
export function countObject(coverage: Coverage, type: string, size: number): void {
  coverage.objects.scanned += 1;
  coverage.objects.bytes += size;
  if (type === 'commit') coverage.commits += 1;
}

function contentType(type: string): 'blob' | 'commit' | 'tag' {
  return type === 'commit' || type === 'tag' ? type : 'blob';
}
