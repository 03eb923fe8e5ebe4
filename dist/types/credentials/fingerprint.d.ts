/** What stands for a credential in reports and baselines: `kp1:` and hex. */
export type Fingerprint = string & {
    readonly __brand: 'Fingerprint';
};
/**
 * The fingerprint of a secret, from its rule family and itself only: the same on every machine, in every
 * line and path. Secrets hold 100 bits of chance and more, so the hash cannot be searched for them.
 */
export declare function fingerprintOf(family: string, secret: string): Fingerprint;
