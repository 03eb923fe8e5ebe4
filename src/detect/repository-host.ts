import type { EngineRule } from './engine.ts';
import type { Finding } from './finding.ts';
import { confidenceOf, printableName, scoreOf } from './score.ts';

/** Whether a rule takes hosts in other files into account. */
export function looksAtRepository(rule: EngineRule): boolean {
  return rule.file.evidence.some(({ view }) => view === 'host-repository');
}

/**
 * A finding with the host that another file of its repository names: as its endpoint, and as evidence where its own
 * file names none.
 * @param path of the other file.
 */
export function withRepositoryHost(finding: Finding, rule: EngineRule, host: string, path: string): Finding {
  const item = rule.evidence.find(
    ({ rule: each, match }) => each.view === 'host-repository' && match.test(host),
  );
  const paired = { ...finding, endpoint: host };
  if (item === undefined || finding.evidence.some(({ kind }) => kind === item.rule.kind)) return paired;
  const detail = item.rule.says.replace('{host}', printableName(host)).replace('{path}', printableName(path));
  const evidence = [...finding.evidence, { kind: item.rule.kind, weight: item.rule.weight, detail }];
  const isProven = finding.confidence === 'proven';
  const confidence = isProven
    ? 'proven'
    : (confidenceOf(scoreOf(evidence), rule.file.thresholds) ?? finding.confidence);
  return { ...paired, evidence, confidence };
}
