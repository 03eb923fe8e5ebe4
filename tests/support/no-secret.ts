import { expect } from 'vitest';

/** Of a key what is no secret. */
const PUBLIC = /^sk-(?:[A-Za-z]+-)?/;

/** No 8 characters in a row of a secret are shown, beyond its public prefix and mark. */
export function expectNoPieceOf(secret: string, shown: string): void {
  const body = secret.replace(PUBLIC, '');
  const text = shown.replaceAll(/T3BlbkFJ|JQQJ9/g, ' ');
  for (let at = 0; at + 8 <= body.length; at++) {
    const found = text.indexOf(body.slice(at, at + 8));
    if (found !== -1)
      expect.fail(`${at}..${at + 8} of a secret: ${text.slice(Math.max(0, found - 40), found + 12)}`);
  }
}
