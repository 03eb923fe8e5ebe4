import type { Credential, Occurrence, Report } from '../../credentials/report.ts';
import { mainPlaceFirst } from '../main-place.ts';
import {
  evidenceInWords,
  exposureSentence,
  introductionSentence,
  sentence,
  shorten,
  versionInWords,
} from '../prose.ts';
import { countOf } from '../text/numbers.ts';
import { locationOf, otherPlaces } from '../text/places.ts';
import { CONFIDENCE_WORDS } from '../text/words.ts';
import { codeBlock, codeSpan, prose } from './escape.ts';
import { nameOf } from './overview.ts';

const LONGEST = 500;

/** Makes details one after the other; what to do stands once, and further on is referred to. */
export class Details {
  readonly #report: Report;
  readonly #adviceNumbers = new Map<string, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** Everything about one credential, collapsed to a line. */
  of(credential: Credential, number: number): string {
    const advice = adviceText(credential);
    const same = this.#adviceNumbers.get(advice);
    if (same === undefined) this.#adviceNumbers.set(advice, number);
    const whatToDo = same === undefined ? advice : `**What to do:** the same as for number ${same}.`;
    return detailsText(credential, number, this.#report, whatToDo);
  }
}

function detailsText(credential: Credential, number: number, report: Report, whatToDo: string): string {
  const blocks = [
    `<details>\n<summary>${number}. ${nameOf(credential)}: why, where, and what to do</summary>`,
    whyText(credential),
    whereText(credential, report),
    frameText(credential),
    whatToDo,
    `Fingerprint: ${codeSpan(credential.fingerprint)}`,
    '</details>',
  ].filter((text) => text !== null);
  return `${blocks.join('\n\n')}\n\n`;
}

function whyText(credential: Credential): string {
  const { confidence, issued, endpoint } = credential;
  const { pro, contra } = evidenceInWords(credential);
  return [
    `**Why:** ${CONFIDENCE_WORDS[confidence]}\n`,
    ...pro.map((detail) => `- ${prose(shorten(detail, LONGEST))}`),
    ...contra.map((detail) => `- against it: ${prose(shorten(detail, LONGEST))}`),
    ...(issued === null ? [] : [`- issued in ${codeSpan(shorten(issued, LONGEST))}`]),
    ...(endpoint === null ? [] : [`- belongs to ${codeSpan(shorten(endpoint, LONGEST))}`]),
  ].join('\n');
}

function whereText(credential: Credential, report: Report): string {
  const ordered = mainPlaceFirst(credential);
  const introduction = introductionSentence(credential);
  const { shown, more } = otherPlaces(ordered);
  return [
    `**Where:** ${prose(exposureSentence(credential, report))}\n`,
    ...[...ordered.occurrences.slice(0, 1), ...shown].map(placeItem),
    ...(more > 0 ? [`- and ${countOf(more, 'more place')}`] : []),
    ...(introduction === null ? [] : [`\n${prose(shorten(introduction, LONGEST))}`]),
  ].join('\n');
}

function placeItem(occurrence: Occurrence): string {
  const location = shorten(locationOf(occurrence), LONGEST);
  if (occurrence.path === null) return `- ${prose(location)}`;
  return `- ${codeSpan(location)} ${prose(shorten(versionInWords(occurrence), LONGEST))}`;
}

/** The code with the secrets redacted, where there is some. */
function frameText({ occurrences }: Credential): string | null {
  const frame = occurrences.find((each) => each.frame.length > 0)?.frame ?? [];
  if (frame.length === 0) return null;
  const width = Math.max(...frame.map(({ number }) => String(number).length));
  const lines = frame.map(
    ({ number, text }) => `${String(number).padStart(width)} | ${shorten(text, LONGEST)}`,
  );
  return codeBlock(lines, 'text').trimEnd();
}

function adviceText({ remediation }: Credential): string {
  const { summary, steps, commands } = remediation;
  return [
    `**What to do:** ${prose(sentence(summary))}\n`,
    ...steps.map((step, index) => `${index + 1}. ${prose(step)}`),
    ...(commands.length > 0 ? [`\n${codeBlock(commands, 'sh').trimEnd()}`] : []),
  ].join('\n');
}
