import { EXPOSURE_NAMES } from '../../../text/words.ts';
import type { Entry, OpenReport } from '../../model/entry.ts';
import { el } from '../dom.ts';
import { confidenceMark, severityMark } from '../marks.ts';
import { advice } from './advice.ts';
import { code } from './code.ts';
import { evidence } from './evidence.ts';
import { facts } from './facts.ts';
import { places } from './places.ts';

/**
 * Everything about a credential.
 * @param isWhole whether nothing may be folded away, as on paper.
 */
export function credentialDetail(
  entry: Entry,
  reports: readonly OpenReport[],
  isWhole: boolean,
): HTMLElement {
  const { credential } = entry;
  return el(
    'article',
    { class: `credential ${credential.severity}` },
    el(
      'h2',
      { tabindex: '-1' },
      credential.title,
      ' ',
      el('code', { class: 'redacted' }, credential.redacted),
    ),
    el(
      'p',
      { class: 'marks' },
      severityMark(credential.severity),
      confidenceMark(credential.confidence),
      el('span', { class: `chip ${credential.exposure}` }, EXPOSURE_NAMES[credential.exposure]),
    ),
    facts(entry, reports),
    code(credential.occurrences, isWhole),
    advice(credential.remediation),
    evidence(credential.evidence),
    places(credential.occurrences, reports, isWhole),
  );
}
