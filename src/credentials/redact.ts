/** Prefixes that tell a reader the kind of key and are no secret. */
const PUBLIC_PREFIX = /^sk-(?:proj-|svcacct-|admin-|None-|service-|ant-|or-|lf-)?/;
const SHOWN_AT_EACH_END = 4;

/**
 * A secret in a form that may be shown: its public prefix, four characters at each end, and dots. Enough to
 * find the key among those of a resource, never enough to use or to guess it.
 */
export function redact(secret: string): string {
  const ends = shownEnds(secret);
  return ends === null ? '••••' : `${ends.start}••••${ends.end}`;
}

/** What may be shown of a secret; null for one so short that its ends would tell too much of it. */
export function shownEnds(secret: string): { readonly start: string; readonly end: string } | null {
  const shown = (PUBLIC_PREFIX.exec(secret)?.[0].length ?? 0) + SHOWN_AT_EACH_END;
  if (secret.length < 2 * (shown + SHOWN_AT_EACH_END)) return null;
  return { start: secret.slice(0, shown), end: secret.slice(-SHOWN_AT_EACH_END) };
}
