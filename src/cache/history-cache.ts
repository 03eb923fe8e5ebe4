import type { SightedCredential } from '../credentials/collector.ts';
import { createTextRedactor } from '../credentials/name-redactor.ts';
import type { KnownHistory } from '../git/known-history.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { ListedObject } from '../git/objects.ts';
import { decodePath } from '../git/path-name.ts';
import type { Provenance } from '../git/provenance.ts';
import { hashLengthOf, type Repository } from '../git/repository.ts';
import type { Log } from '../scan-options.ts';
import type { HistoryMemory, ReadHistory } from '../sources/history-options.ts';
import { TOOL_VERSION } from '../version.ts';
import { type CacheContent, readCacheFile, removeCacheFile, writeCacheFile } from './cache-file.ts';
import { type CacheChoice, type CachePlace, findCachePlace } from './cache-place.ts';
import { fromContent, toContent } from './known-content.ts';

/** A partial clone lacks more than this by intent; asking for each of them again would take longer than it saves. */
const MOST_MISSING = 10_000;

/** What a scan found out about the history of a repository, kept on disk for the next. It holds no secret. */
export class HistoryCache implements HistoryMemory {
  readonly #place: CachePlace;
  readonly #log: Log | undefined;
  #known: KnownHistory | null;
  #read: ReadHistory | null = null;
  #traced: Provenance | null = null;

  private constructor(place: CachePlace, known: KnownHistory | null, log: Log | undefined) {
    this.#place = place;
    this.#known = known;
    this.#log = log;
  }

  /**
   * @param rules what stands for all that decides what is found: the rules and which of them are looked for.
   * @returns null when nothing can be kept: of a shallow history, which can grow behind its cut, or where there is no
   *   place for it.
   */
  static async open(
    repository: Repository,
    choice: CacheChoice,
    rules: string,
    log: Log | undefined,
  ): Promise<HistoryCache | null> {
    if (repository.shallow) return null;
    const key = JSON.stringify([TOOL_VERSION, __KEYPETREL_SOURCES__, repository.objectFormat, rules]);
    const place = await findCachePlace(repository, choice, key);
    if (place === null) return null;
    const binding = JSON.stringify([place.binding, key]);
    const content = await readCacheFile(place.folder, place.name, binding);
    const hexLength = 2 * hashLengthOf(repository);
    const known = content === null ? null : fromContent(content, hexLength);
    log?.debug(`${known?.objects ?? 0} objects of the history are known from before`);
    return new HistoryCache({ ...place, binding }, known, log);
  }

  get known(): KnownHistory | null {
    return this.#known;
  }

  get tips(): readonly ObjectId[] | null {
    return this.#read?.tips ?? null;
  }

  forget(): void {
    this.#log?.debug('what is known of the history does not hold any more');
    this.#known = null;
  }

  onRead(read: ReadHistory): void {
    this.#read = read;
  }

  /** Is told where the objects came from in which something was found. */
  onTraced(provenance: Provenance): void {
    this.#traced = provenance;
  }

  /** Writes what is known now. That this cannot be done is no fault of the scan. */
  async store(credentials: readonly SightedCredential[]): Promise<void> {
    const read = this.#read;
    if (read === null || this.#isUpToDate(read)) return;
    const { folder, name, binding } = this.#place;
    try {
      const content = this.#contentOf(read, credentials);
      if (content === null) await removeCacheFile(folder, name);
      else await writeCacheFile(folder, name, binding, content);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#log?.debug(`what is known of the history was not kept: ${reason}`);
    }
  }

  #isUpToDate({ tips }: ReadHistory): boolean {
    if (this.#known === null || this.#known.tips.length !== tips.length) return false;
    const known = new Set(this.#known.tips);
    return tips.every((oid) => known.has(oid));
  }

  /** Null when it cannot be relied on, since it is not known where something came from; or when it would hold a secret. */
  #contentOf(read: ReadHistory, credentials: readonly SightedCredential[]): CacheContent | null {
    const traced = this.#traced;
    const suspects = suspectsIn(credentials);
    if (suspects === null || read.missing.length > MOST_MISSING) return null;
    if (suspects.length > 0 && traced?.history.isComplete !== true) return null;
    if (suspects.some(({ oid }) => traced?.traces.has(oid) !== true)) return null;
    const changes = traced?.changes ?? [];
    const redact = createTextRedactor(
      credentials.flatMap(({ sightings }) => sightings.map(({ finding }) => finding.secret)),
    );
    const paths = [
      ...suspects.flatMap(({ path }) => path ?? []),
      ...changes.map(({ pathBytes }) => decodePath(pathBytes)),
    ];
    if (paths.some((path) => redact(path) !== path)) return null;
    return toContent({ ...read, suspects, changes }, traced?.history.graph ?? null);
  }
}

/** The objects of the history in which something was found; null when it is also in the name of one. */
function suspectsIn(credentials: readonly SightedCredential[]): ListedObject[] | null {
  const suspects = new Map<ObjectId, ListedObject>();
  for (const { sightings } of credentials) {
    for (const { origin } of sightings) {
      if (origin.kind === 'ref') return null;
      if (origin.kind !== 'object') continue;
      const { oid, type, path, isName } = origin;
      if (isName === true || type === 'tree' || type === 'submodule') return null;
      suspects.set(oid, { oid, type, path });
    }
  }
  return [...suspects.values()];
}
