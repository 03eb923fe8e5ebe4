import type { Location } from 'sarif';
import type { Credential, Report } from '../../credentials/report.ts';
import { mainPlace } from '../main-place.ts';
import { evidenceInWords, exposureSentence, introductionSentence, sentence, shorten } from '../prose.ts';
import { countOf } from '../text/numbers.ts';
import { isLive } from '../text/places.ts';
import { CONFIDENCE_WORDS } from '../text/words.ts';
import type { Locations } from './locations.ts';
import { messageText } from './message-text.ts';

/** What GitHub shows as a title is the first sentence; everything else stands behind it. */
export function resultMessage(credential: Credential, locations: Locations, report: Report): string {
  const { title, redacted, confidence } = credential;
  const { pro, contra } = evidenceInWords(credential);
  const sentences = [
    `${title} ${redacted}, ${CONFIDENCE_WORDS[confidence]}.`,
    exposureSentence(credential, report),
    historySentence(credential),
    introductionSentence(credential),
    pro.length > 0 && `For: ${pro.join('; ')}.`,
    contra.length > 0 && `Against: ${contra.join('; ')}.`,
    sentence(credential.remediation.summary),
  ].filter((text) => text !== null && text !== false);
  const text = sentences.map((each) => messageText(shorten(each, LONGEST_SENTENCE))).join(' ');
  return `${text}${otherPlaces(locations)}`;
}

const LONGEST_SENTENCE = 1000;

/** GitHub shows the line that the file has now, which need not be the one that is meant. */
function historySentence(credential: Credential): string | null {
  const main = mainPlace(credential);
  if (main === null || isLive(main) || main.inHead === true || main.path === null) return null;
  return 'The file and line are those of an earlier version, which the history still has.';
}

const MOST_LINKS = 5;

/** Links to related locations; the text of a link is a path only where nothing in it means anything. */
function otherPlaces({ related, relatedCount }: Locations): string {
  if (relatedCount === 0) return '';
  const links = related.slice(0, MOST_LINKS).map(linkTo);
  const rest = relatedCount - links.length;
  return ` Also in ${links.join(', ')}${rest > 0 ? ` and ${countOf(rest, 'more place')}` : ''}.`;
}

function linkTo({ id, physicalLocation }: Location): string {
  const uri = physicalLocation?.artifactLocation?.uri ?? '';
  const text = /^[\w./-]{1,200}$/.test(uri) ? `${uri}:${physicalLocation?.region?.startLine}` : `place ${id}`;
  return `[${text}](${id})`;
}
