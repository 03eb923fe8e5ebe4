import type { Credential, Report } from '../../credentials/report.ts';
import { escapeText } from '../escape.ts';
import { mainPlaceFirst } from '../main-place.ts';
import { codeBlock, codeSpan, prose } from '../markdown/escape.ts';
import {
  evidenceInWords,
  exposureSentence,
  introductionSentence,
  sentence,
  shorten,
  versionInWords,
} from '../prose.ts';
import { firstCommit, locationOf } from '../text/places.ts';
import { CONFIDENCE_WORDS } from '../text/words.ts';

/** GitLab takes no longer solution. */
const LONGEST_SOLUTION = 7000;
const LONGEST = 500;
const MOST_PLACES = 20;

/** What was found and how far it got, in GitLab's Markdown. */
export function descriptionOf(credential: Credential, report: Report): string {
  const { redacted, confidence } = credential;
  const introduction = introductionSentence(credential);
  return [
    `${codeSpan(redacted)}, ${CONFIDENCE_WORDS[confidence]}.`,
    prose(exposureSentence(credential, report)),
    introduction === null ? '' : prose(shorten(introduction, LONGEST)),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** What to do, in GitLab's Markdown; commands only as far as there is room for them. */
export function solutionOf({ remediation }: Credential): string {
  const { summary, steps, commands } = remediation;
  const blocks = [
    prose(sentence(summary)),
    steps.map((step, index) => `${index + 1}. ${prose(step)}`).join('\n'),
    ...commands.map((command) => codeBlock([command], 'sh').trimEnd()),
  ];
  let text = '';
  for (const block of blocks) {
    if (text.length + block.length + 2 > LONGEST_SOLUTION) break;
    text += text === '' ? block : `\n\n${block}`;
  }
  return text;
}

/** Facts with names and types, which GitLab shows as a list. They are plain text to it, and not Markdown. */
export function detailsOf(credential: Credential, report: Report) {
  const { confidence, issued, endpoint, redacted, fingerprint } = credential;
  const { pro, contra } = evidenceInWords(credential);
  const { occurrences } = mainPlaceFirst(credential);
  const commit = firstCommit(credential)?.commit ?? null;
  return {
    credential: { name: 'Credential', type: 'code', value: plain(redacted) },
    confidence: textField('Confidence', CONFIDENCE_WORDS[confidence]),
    exposure: textField('How far it got', exposureSentence(credential, report)),
    ...(issued !== null && { issued: textField('Issued in', issued) }),
    ...(endpoint !== null && { endpoint: textField('Belongs to', endpoint) }),
    ...(pro.length > 0 && { evidence: listField('Evidence for it', pro) }),
    ...(contra.length > 0 && { counter_evidence: listField('Evidence against it', contra) }),
    ...(commit !== null && commit !== '' && { commit: { name: 'First in', type: 'commit', value: commit } }),
    places: listField(
      `Places (${occurrences.length})`,
      occurrences.slice(0, MOST_PLACES).map((each) => `${locationOf(each)} ${versionInWords(each)}`),
    ),
    fingerprint: { name: 'Fingerprint', type: 'code', value: fingerprint },
  };
}

function textField(name: string, value: string) {
  return { name, type: 'text', value: plain(value) };
}

function listField(name: string, values: readonly string[]) {
  return { name, type: 'list', items: values.map((value) => ({ type: 'text', value: plain(value) })) };
}

function plain(text: string): string {
  return escapeText(shorten(text, LONGEST));
}
