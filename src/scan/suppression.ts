import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { BaselineEntry } from '../credentials/baseline.ts';
import type { SightedCredential } from '../credentials/collector.ts';
import {
  IGNORE_FILE,
  type IgnoreFile,
  ignoreRules,
  isInForce,
  readIgnoreFile,
} from '../credentials/ignore-file.ts';
import type { BaselineUse, Report } from '../credentials/report.ts';
import {
  allowedBy,
  BASELINED,
  type SuppressionRule,
  type SuppressResult,
  suppress,
} from '../credentials/suppress.ts';
import type { PlacedSighting, SightingRoot } from '../credentials/trace.ts';
import { maskRandom } from '../detect/mask.ts';
import { SuppressionError } from '../errors.ts';
import { escapeControls } from '../git/git-error.ts';
import type { DetectionRule } from '../rules/rule-file.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { Coverage } from '../sources/coverage.ts';
import type { Root } from './roots.ts';

/**
 * What keeps findings out of a report: a baseline, the configuration, ignore files, and comments beside them. All of it
 * comes behind detection, so it changes nothing of what is found, traced and remembered.
 */
export class Suppression {
  readonly #options: ScanOptions;
  readonly #settings: Settings;
  readonly #baseline: readonly BaselineEntry[] | null;
  readonly #ignoreFiles: { readonly root: Root; readonly file: IgnoreFile }[] = [];
  /** As `2026-11-25`, in UTC: what ends on a day ends at the same moment everywhere. */
  readonly #today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

  private constructor(options: ScanOptions, settings: Settings, baseline: readonly BaselineEntry[] | null) {
    this.#options = options;
    this.#settings = settings;
    this.#baseline = baseline;
  }

  /** @throws {SuppressionError} for a baseline that cannot be read. */
  static async open(options: ScanOptions, settings: Settings): Promise<Suppression> {
    const path = settings.baseline.value;
    if (path === null) return new Suppression(options, settings, null);
    const { readBaseline } = await import('../credentials/baseline.ts');
    return new Suppression(options, settings, await readBaseline(path));
  }

  /**
   * Takes notice of a folder or repository that is to be scanned.
   * @throws {SuppressionError} for an ignore file with a mistake; in a repository within another one, which may be
   *   somebody else's, the file is left out instead.
   */
  async enter(root: Root): Promise<void> {
    const isBare = root.repository !== null && root.repository.workTree === null;
    if (!this.#settings.ignore.value || root.folder === '' || isBare) return;
    try {
      const file = await readIgnoreFile(root.folder);
      if (file === null) return;
      this.#ignoreFiles.push({ root, file });
      this.#tellEnded(root, file);
    } catch (error) {
      if (root.prefix === '' || !(error instanceof SuppressionError)) throw error;
      const message = error.message.replaceAll(escapeControls(join(root.folder, IGNORE_FILE)), nameOf(root));
      this.#options.log?.warn(`${message}; the file is left out`);
    }
  }

  #tellEnded(root: Root, { fingerprints }: IgnoreFile): void {
    for (const entry of fingerprints) {
      if (isInForce(entry, this.#today)) continue;
      const { fingerprint, line, until } = entry;
      this.#options.log?.warn(`${nameOf(root)}:${line}: ${fingerprint} was ignored until ${until}`);
    }
  }

  /** Tells what is reported from what is not. */
  async apply(sightings: readonly PlacedSighting[]): Promise<SuppressResult> {
    if (sightings.length === 0) return { kept: [], suppressed: [] };
    const rules = [this.#baselineRule(), await this.#allowRule()];
    for (const { root, file } of this.#ignoreFiles) rules.push(await ignoreFileRule(root, file, this.#today));
    if (this.#settings.ignore.value) rules.push(INLINE_RULE);
    return suppress(
      sightings,
      rules.filter((rule) => rule !== null),
    );
  }

  #baselineRule(): SuppressionRule | null {
    if (this.#baseline === null) return null;
    const known = new Set(this.#baseline.map(({ fingerprint }) => fingerprint));
    return { of: ({ fingerprint }) => (known.has(fingerprint) ? BASELINED : null) };
  }

  async #allowRule(): Promise<SuppressionRule | null> {
    // One that a program has put together may lack it.
    const allow = this.#options.config?.allow;
    if (allow === undefined) return null;
    const { allowRule } = await import('../credentials/allow.ts');
    return allowRule(allow);
  }

  /** What a report says of the baseline, where there is one. */
  baselineUse(scan: ScannedWhole): Pick<Report, 'baseline'> {
    const entries = this.#baseline;
    if (entries === null) return {};
    const gone = isWhole(scan, this.#options, this.#settings) ? goneEntries(entries, scan) : null;
    const baseline: BaselineUse = { entries: entries.length, gone };
    return { baseline };
  }
}

const INLINE_RULE: SuppressionRule = {
  of: ({ sighting: { mark } }) => (mark === null ? null : allowedBy(mark)),
};

/** An ignore file speaks of what is in its own folder, and of the repositories within that. */
async function ignoreFileRule(root: Root, file: IgnoreFile, today: string): Promise<SuppressionRule> {
  const rules = await ignoreRules(file, today);
  return {
    of: (placed) => (isWithin(root, placed.root) ? rules.ofFingerprint(placed.fingerprint) : null),
    at: (placed, path) =>
      isWithin(root, placed.root) && path.startsWith(root.prefix)
        ? rules.ofPath(path.slice(root.prefix.length))
        : null,
  };
}

/** What stands before its paths comes from the scanned repository, and could hold a secret. */
function nameOf({ prefix }: Root): string {
  return `${maskRandom(prefix)}${IGNORE_FILE}`;
}

function isWithin(outer: Root, inner: SightingRoot | undefined): boolean {
  const { folder = '', prefix = '' } = inner ?? {};
  return (
    prefix.startsWith(outer.prefix) && join(outer.folder, prefix.slice(outer.prefix.length), '.') === folder
  );
}

/** A scan as far as it tells whether it looked at everything that a baseline may speak of. */
export type ScannedWhole = {
  readonly sightings: readonly PlacedSighting[];
  readonly stood: readonly SightedCredential[];
  readonly roots: readonly Root[];
  readonly coverage: Coverage;
  readonly rules: readonly DetectionRule[];
};

function isWhole(
  { roots, coverage }: ScannedWhole,
  { target = 'auto' }: ScanOptions,
  { include, exclude, rules, disabledRules }: Settings,
): boolean {
  const isNarrowed = [include, exclude, rules, disabledRules].some(({ value }) => value.length > 0);
  return (
    target === 'auto' &&
    !isNarrowed &&
    coverage.isComplete() &&
    !coverage.shallow &&
    !coverage.partialClone &&
    roots.every(({ isInScope }) => isInScope(null))
  );
}

/** Of rules that are off nothing is found, and so nothing of theirs is gone. */
function goneEntries(
  entries: readonly BaselineEntry[],
  { sightings, stood, rules }: ScannedWhole,
): BaselineEntry[] {
  const found = new Set<string>([...sightings, ...stood].map(({ fingerprint }) => fingerprint));
  const ids = new Set(rules.flatMap(({ family, variants }) => [family, ...variants.map(({ id }) => id)]));
  return entries.filter(({ fingerprint, rule }) => ids.has(rule) && !found.has(fingerprint));
}
