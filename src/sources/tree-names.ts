import type { ObjectId } from '../git/object-id.ts';
import { type ContentScreen, SHORTEST_NAME } from '../git/pack/content-screen.ts';
import { decodePath } from '../git/path-name.ts';
import { hashLengthOf, type Repository } from '../git/repository.ts';
import { treeEntries } from '../git/tree-entries.ts';
import { NameScanner } from './names.ts';
import type { ContentOrigin, Emit } from './source.ts';

type ObjectOrigin = Extract<ContentOrigin, { kind: 'object' }>;

/** Scans the names in trees, each once with each thing that it stood for, which tells where it came from. */
export class TreeNames {
  readonly #hashLength: number;
  readonly #scanner: NameScanner;
  readonly #seen = new Set<string>();

  /** @param screen without it every name is emitted. */
  constructor(repository: Repository, emit: Emit, screen: ContentScreen | undefined) {
    this.#hashLength = hashLengthOf(repository);
    this.#scanner = new NameScanner(emit, screen);
  }

  /** Takes the content of a tree. */
  add(content: Buffer): void {
    for (const { name, oid, type } of treeEntries(content, this.#hashLength)) {
      if (name.length >= SHORTEST_NAME) this.#add(name, oid, type);
    }
  }

  flush(): void {
    this.#scanner.flush();
  }

  #add(name: Buffer, oid: ObjectId, type: ObjectOrigin['type']): void {
    const key = `${oid}${name.toString('latin1')}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const path = decodePath(name);
    this.#scanner.add(name, () => ({ kind: 'object', type, oid, path, isName: true }));
  }
}
