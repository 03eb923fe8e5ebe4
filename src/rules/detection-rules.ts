import compiled from 'virtual:keypetrel-rules';

/** The rules of every rule set that ships with keypetrel, in the order in which they apply, without what is for people. */
export const detectionRules = compiled.rules;

/** What stands for these rules in reports and caches. */
export const rulesDigest: string = compiled.rulesDigest;
