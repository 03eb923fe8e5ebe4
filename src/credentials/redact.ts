/** Prefixes that tell a reader the kind of key and are no secret. */
const PUBLIC_PREFIX = /^sk-(?:proj-|svcacct-|admin-|None-|service-|ant-|or-|lf-)?/;
const SHOWN_AT_EACH_END = 4;

/**
 * A secret in a form that may be shown: its public prefix, four characters at each end, and dots. Enough to
 * find the key among those of a resource, never enough to use or to guess it.
 */
export function redact(secret: string): string {
  const shown = (PUBLIC_PREFIX.exec(secret)?.[0].length ?? 0) + SHOWN_AT_EACH_END;
  if (secret.length < 2 * (shown + SHOWN_AT_EACH_END)) return '••••';
  return `${secret.slice(0, shown)}••••${secret.slice(-SHOWN_AT_EACH_END)}`;
}
