import { lazyCrypto } from '../builtin-modules.ts';

/** Hex characters kept: 160 bits. */
const LENGTH = 40;

/** What stands for a credential in reports and baselines: `kp1:` and hex. */
export type Fingerprint = string & { readonly __brand: 'Fingerprint' };

/**
 * The fingerprint of a secret, from its rule family and itself only: the same on every machine, in every
 * line and path. Secrets hold 100 bits of chance and more, so the hash cannot be searched for them.
 */
export function fingerprintOf(family: string, secret: string): Fingerprint {
  const hash = lazyCrypto()
    .createHash('sha256')
    .update(`keypetrel fingerprint 1\0${family}\0${secret}`)
    .digest('hex');
  return `kp1:${hash.slice(0, LENGTH)}` as Fingerprint;
}
