import { UserError } from '../errors.ts';
import { suggestionFor } from '../suggest.ts';
import type { DetectionRule } from './rule-file.ts';

/**
 * The rule file of a family, or of one of its rules.
 * @throws {UserError} for an id that none has.
 */
export function ruleWithId<Rule extends DetectionRule>(rules: readonly Rule[], id: string): Rule {
  const rule = rules.find(
    ({ family, variants }) => family === id || variants.some((variant) => variant.id === id),
  );
  if (rule !== undefined) return rule;
  const ids = rules.flatMap(({ family, variants }) => [family, ...variants.map((variant) => variant.id)]);
  const hint = suggestionFor(id, ids) || '; "keypetrel rules list" shows them';
  throw new UserError(`there is no rule "${id}"${hint}`);
}
