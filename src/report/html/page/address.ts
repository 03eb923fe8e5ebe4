/** What the page's address names behind its `#`: the fingerprint of a credential, or null. */
export function namedFingerprint(): string | null {
  const hash = location.hash.slice(1);
  return hash.startsWith('kp1:') || hash.startsWith('kp1%3A') ? decoded(hash) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Makes the address name a credential, or none. Opening a first one adds to the browser's history, so that
 * Back leads to the list; going from one to the next does not.
 */
export function nameInAddress(fingerprint: string | null): void {
  const named = namedFingerprint();
  if (named === fingerprint) return;
  const address = fingerprint === null ? location.pathname + location.search : `#${fingerprint}`;
  if (named === null) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
