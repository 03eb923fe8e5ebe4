import { type ContentScreen, SHORTEST_NAME } from '../git/pack/content-screen.ts';
import { NameScanner } from './names.ts';
import type { ContentOrigin, Emit } from './source.ts';

/** Scans the names in paths: of each file, and of each folder once. */
export class FileNames {
  readonly #scanner: NameScanner;
  readonly #folders = new Set<string>(['']);

  constructor(emit: Emit, screen: ContentScreen | undefined) {
    this.#scanner = new NameScanner(emit, screen);
  }

  /** @param originOf makes the origin of the last name in a path: this one, or one of the folders above. */
  add(path: string, originOf: (path: string) => ContentOrigin): void {
    if (path.length < SHORTEST_NAME) return;
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, slash));
    if (!this.#folders.has(folder)) {
      this.#folders.add(folder);
      this.add(folder, originOf);
    }
    this.#scanner.add(path.slice(slash + 1), () => originOf(path));
  }

  /** Looks at the names that are left. */
  flush(): void {
    this.#scanner.flush();
  }
}
