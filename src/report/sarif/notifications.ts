import type { Notification, ReportingDescriptor } from 'sarif';
import type { Credential, Report } from '../../credentials/report.ts';
import { type GapKind, gapsOf } from '../prose.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import type { Cut } from './limits.ts';
import { locationsOf } from './locations.ts';
import { messageText } from './message-text.ts';

type NotificationKind = GapKind | 'left-out';

type Description = { readonly name: string; readonly text: string; readonly help: string };

const DESCRIPTIONS: Readonly<Record<NotificationKind, Description>> = {
  'not-read': {
    name: 'NotRead',
    text: 'Something that should have been scanned could not be read.',
    help: 'Mend what could not be read, and scan again: there may be credentials in it.',
  },
  'shallow-history': {
    name: 'ShallowHistory',
    text: 'The clone does not have the whole history.',
    help: 'Get the rest with "git fetch --unshallow", or check out with fetch-depth: 0.',
  },
  'partial-clone': {
    name: 'PartialClone',
    text: 'The clone does not have all objects of its history.',
    help: 'Get them with "git fetch --refetch --no-filter".',
  },
  'left-out': {
    name: 'LeftOut',
    text: 'The file does not hold everything that was found, or not all of it is shown.',
    help: 'The JSON report has all of it.',
  },
};

/** What notifications there are, in the order of their indexes. GitHub's rules ask for all these texts. */
export const NOTIFICATION_KINDS: readonly ReportingDescriptor[] = Object.entries(DESCRIPTIONS).map(
  ([id, { name, text, help }]) => ({
    id,
    name,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: help },
  }),
);

/** What a reader has to know about a scan and about this file besides the results. */
export function notificationsOf(report: Report, cut: Cut): Notification[] {
  return [
    ...gapsOf(report).map(({ kind, text }) => notification(kind, text)),
    ...cutSentences(cut).map((text) => notification('left-out', text)),
  ];
}

function notification(kind: NotificationKind, text: string): Notification {
  const index = NOTIFICATION_KINDS.findIndex(({ id }) => id === kind);
  return { descriptor: { id: kind, index }, level: 'warning', message: { text: messageText(text) } };
}

/** What is not in the file, or not shown by GitHub, in sentences; empty when everything is. */
export function cutSentences({ found, written, limits }: Cut): string[] {
  const sentences: string[] = [];
  const left = found.length - written;
  if (left > 0) {
    sentences.push(
      `${countOf(left, 'credential')} of ${formatCount(found.length)}, the least severe, are left out: GitHub takes no larger file. The JSON report has all of them.`,
    );
  }
  if (written > limits.shownResults) {
    sentences.push(`GitHub shows the ${formatCount(limits.shownResults)} most severe credentials only.`);
  }
  const wide = found.slice(0, written).filter((credential) => isCutShort(credential, limits.locations));
  if (wide.length > 0) {
    sentences.push(
      `Of ${countOf(wide.length, 'credential')} only ${formatCount(limits.locations)} places each are here: GitHub shows no more. The JSON report has all of them.`,
    );
  }
  return sentences;
}

function isCutShort(credential: Credential, most: number): boolean {
  return credential.occurrences.length > most && locationsOf(credential, most).relatedCount >= most;
}
