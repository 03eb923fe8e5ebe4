import type { EvidenceRule, Thresholds } from '../rules/rule-file.ts';
import type { Context } from './context/context.ts';
import type { HostMention } from './context/hosts.ts';
import type { EngineEvidence, EngineRule } from './engine.ts';
import type { Confidence, Evidence } from './finding.ts';
import type { ConsideredEvidence } from './judgement.ts';
import { isPieceOfRandom, maskRandom } from './mask.ts';
import type { Matcher } from './matcher.ts';

/**
 * The evidence that a rule's file names, found in a context; of each group the weightiest only.
 * @param base the score that it is added to.
 * @param considered gets every piece of evidence of the rule when somebody wants to know; null: nobody does.
 * @returns null as soon as the score cannot reach the lowest threshold any more, when nobody wants to know.
 */
export function weighEvidence(
  rule: EngineRule,
  context: Context,
  secret: string,
  base: number,
  considered: ConsideredEvidence[] | null,
): Evidence[] | null {
  const { low } = rule.file.thresholds;
  const heaviest = new Map<string, FoundEvidence & { readonly words: Evidence | null }>();
  if (considered === null && !canReach(low, base, rule, heaviest)) return null;
  for (const item of rule.evidence) {
    const isHeavier = outweighs(item.rule, heaviest.get(item.rule.group));
    if (!isHeavier && considered === null) continue;
    const found = findEvidence(item, context, secret);
    // The very words that a finding has, so that it can be told which of what was considered counts.
    const words = found !== null && considered !== null ? inWords(found, context) : null;
    considered?.push({ rule: item.rule, evidence: words });
    if (!isHeavier || found === null) continue;
    heaviest.set(item.rule.group, { ...found, words });
    // What speaks against comes first, so what is found later takes nothing of it back.
    if (considered === null && item.rule.weight < 0 && !canReach(low, base, rule, heaviest)) return null;
  }
  return [...heaviest.values()]
    .sort((a, b) => b.weight - a.weight)
    .map((found) => found.words ?? inWords(found, context));
}

/** Evidence that is not put into words yet, for most of it nobody reads. */
type FoundEvidence = {
  readonly item: EvidenceRule;
  readonly weight: number;
  readonly hosts: readonly HostMention[];
};

/** Whether evidence counts in the place of what was found earlier of its group. */
export function outweighs(
  item: Pick<EvidenceRule, 'weight'>,
  earlier: Pick<Evidence, 'weight'> | undefined,
): boolean {
  return earlier === undefined || Math.abs(earlier.weight) < Math.abs(item.weight);
}

/** Whether a score can still be reached, when all evidence against has been weighed. */
function canReach(
  score: number,
  base: number,
  rule: EngineRule,
  heaviest: ReadonlyMap<string, FoundEvidence>,
): boolean {
  if (scoreOf(heaviest.values()) + base + rule.mostWeight >= score) return true;
  // Evidence for may take the place of evidence against in its group, and then counts for more than its weight.
  const best = new Map([...heaviest].map(([group, { weight }]) => [group, weight]));
  for (const { rule: item } of rule.evidence) {
    if (item.weight > 0 && outweighs(item, heaviest.get(item.group)))
      best.set(item.group, Math.max(item.weight, best.get(item.group) ?? 0));
  }
  let most = base;
  for (const weight of best.values()) most += weight;
  return most >= score;
}

function findEvidence(
  { rule: item, match }: EngineEvidence,
  context: Context,
  secret: string,
): FoundEvidence | null {
  const hosts = hostsInView(item.view, context);
  const found =
    hosts === null
      ? match.test(textInView(item.view, context, secret))
      : hosts.some(({ host }) => match.test(host));
  return found ? { item, weight: item.weight, hosts: hosts ?? [] } : null;
}

function inWords({ item, weight, hosts }: FoundEvidence, context: Context): Evidence {
  return { kind: item.kind, weight, detail: fillIn(item.says, context, hosts) };
}

/** The score that evidence adds up to. */
export function scoreOf(evidence: Iterable<Pick<Evidence, 'weight'>>): number {
  let total = 0;
  for (const { weight } of evidence) total += weight;
  return total;
}

/** The confidence that a score is worth; null below the lowest threshold. */
export function confidenceOf(score: number, thresholds: Thresholds): Confidence | null {
  if (score >= thresholds.high) return 'high';
  if (score >= thresholds.medium) return 'medium';
  return score >= thresholds.low ? 'low' : null;
}

/**
 * The host that most likely belongs to a secret: of its own service first, the nearest first. A host
 * farther away than a few lines counts only when it is of that service: a file may name ten resources.
 * @param preferred what hosts of the secret's own service match; null when the service is not known.
 */
export function endpointOf(context: Context, start: number, preferred: Matcher | null): HostMention | null {
  const views = [context.hosts.line, context.hosts.near, context.hosts.file];
  const nearest = (mentions: readonly HostMention[]): HostMention | undefined =>
    mentions
      .filter((mention) => mention.resource !== '')
      .sort((a, b) => Math.abs(a.offset - start) - Math.abs(b.offset - start))[0];
  if (preferred !== null) {
    for (const mentions of views) {
      const own = nearest(mentions.filter((mention) => preferred.test(mention.host)));
      if (own) return own;
    }
  }
  return nearest(context.hosts.line) ?? nearest(context.hosts.near) ?? null;
}

function hostsInView(view: string, context: Context): readonly HostMention[] | null {
  if (view === 'host-line') return context.hosts.line;
  if (view === 'host-beside') return context.hosts.beside;
  if (view === 'host-near') return context.hosts.near;
  if (view === 'host-file') return context.hosts.file;
  // Other files are not known here: see `repository-host.ts`.
  return view === 'host-repository' ? [] : null;
}

function textInView(view: string, context: Context, secret: string): string {
  switch (view) {
    case 'name':
      return context.name;
    case 'written-name':
      return context.writtenName;
    case 'call':
      return context.call;
    case 'section':
      return context.section;
    case 'line':
      return context.line;
    case 'passage':
      return context.passage;
    case 'near':
      return context.near;
    case 'path':
      return context.path;
    default:
      return secret;
  }
}

function fillIn(says: string, context: Context, hosts: readonly HostMention[]): string {
  return says
    .replace('{name}', nameToShow(context.writtenName, context))
    .replace('{call}', nameToShow(context.call, context))
    .replace(
      '{host}',
      printableName(hosts.find((host) => host.resource !== '')?.host ?? hosts[0]?.host ?? ''),
    );
}

/** Shorter names are too little of a secret to matter. */
const SHORTEST_LEAK = 8;
/** What is in no name, but in secrets and addresses; two spaces are what is left of an escape. */
const NO_NAME = /[/+~=?%&]| {2}/;

const LONG_RUN = /[A-Za-z0-9]{24}/;

/** A name or call; `…` for what may be, or hold, a piece of another secret. */
function nameToShow(name: string, context: Context): string {
  if (NO_NAME.test(name) || LONG_RUN.test(name) || maskRandom(name) !== name) return '…';
  if (name.length >= SHORTEST_LEAK && isPieceOfRandom(name, context.near)) return '…';
  return printableName(name);
}

const LONGEST_SHOWN_NAME = 60;

/** A name fit to be shown: names come from the content, and a secret may stand where a name belongs. */
export function printableName(name: string): string {
  const shown = maskRandom(name.replace(/[A-Za-z0-9+/~]{24,}/g, '…')).replace(/[^\x20-\x7e…•]/g, '?');
  return shown.length > LONGEST_SHOWN_NAME ? `${shown.slice(0, LONGEST_SHOWN_NAME)}…` : shown;
}
