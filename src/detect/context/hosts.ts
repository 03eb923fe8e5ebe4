/** A host that belongs to a service, found in content. */
export type HostMention = {
  readonly host: string;
  /** The first label, such as the resource name; empty where a template or nothing stands there. */
  readonly resource: string;
  /** Byte offset in the content. */
  readonly offset: number;
};

const MOST_MENTIONS = 500;

/** Names that documentation puts where the resource's own name belongs. */
const PLACEHOLDER_RESOURCE =
  /^(?:your|my|example|resource|name|endpoint|host|instance|xxx|foo|test)?-?(?:your|resource|example|endpoint|name|host|instance|xxx+|here|resource-?name|openai-?resource)?$/;

/** One pattern for all host suffixes of a rule (`openai.azure.com`); null without any. */
export function hostPattern(suffixes: readonly string[]): RegExp | null {
  if (suffixes.length === 0) return null;
  const alternatives = suffixes.map((suffix) => suffix.replaceAll('.', '\\.')).join('|');
  return new RegExp(`(?<![a-z0-9-])(${alternatives})(?![a-z0-9-]|\\.[a-z0-9])`, 'gi');
}

/** Every mention in a text, at most 500. `base` is the byte offset of the text's first character. */
export function findHosts(text: string, pattern: RegExp, base: number): HostMention[] {
  const mentions: HostMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const label = /([a-z0-9-]{1,63})\.$/i.exec(text.slice(Math.max(0, match.index - 64), match.index));
    const written = (label?.[1] ?? '').toLowerCase();
    const resource = PLACEHOLDER_RESOURCE.test(written) ? '' : written;
    const suffix = (match[1] ?? '').toLowerCase();
    mentions.push({
      host: written === '' ? suffix : `${written}.${suffix}`,
      resource,
      offset: base + match.index,
    });
    if (mentions.length === MOST_MENTIONS) break;
  }
  return mentions;
}
