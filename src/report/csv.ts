import type { Credential, Occurrence, Report } from '../credentials/report.ts';
import { escapeText } from './escape.ts';
import { mainPlaceFirst } from './main-place.ts';
import { evidenceInWords, shorten, versionInWords } from './prose.ts';
import { firstCommit, locationOf, otherPlaces, refName } from './text/places.ts';

type Column = {
  readonly name: string;
  /** @param main the place that is shown. */
  readonly value: (credential: Credential, main: Occurrence | undefined) => string | number | boolean | null;
};

/** In their order: new ones come last, so that what reads the file by position goes on working. */
const COLUMNS: readonly Column[] = [
  { name: 'severity', value: ({ severity }) => severity },
  { name: 'confidence', value: ({ confidence }) => confidence },
  { name: 'title', value: ({ title }) => title },
  { name: 'redacted', value: ({ redacted }) => redacted },
  { name: 'exposure', value: ({ exposure }) => exposure },
  { name: 'path', value: (_, main) => main?.path ?? null },
  { name: 'line', value: (_, main) => main?.line ?? null },
  { name: 'column', value: (_, main) => main?.column ?? null },
  { name: 'version', value: (_, main) => (main === undefined ? null : versionInWords(main)) },
  { name: 'in_head', value: ({ occurrences }) => inHead(occurrences) },
  { name: 'places', value: ({ occurrences }) => occurrences.length },
  { name: 'other_places', value: (credential) => otherPlacesText(credential) },
  { name: 'first_commit', value: (credential) => firstCommit(credential)?.commit ?? null },
  { name: 'first_author', value: (credential) => firstCommit(credential)?.author ?? null },
  { name: 'first_date', value: (credential) => firstCommit(credential)?.date ?? null },
  { name: 'refs', value: (credential) => (firstCommit(credential)?.refs ?? []).map(refName).join(', ') },
  { name: 'rule', value: ({ rule }) => rule },
  { name: 'service', value: ({ service }) => service },
  { name: 'issued', value: ({ issued }) => issued },
  { name: 'endpoint', value: ({ endpoint }) => endpoint },
  { name: 'checksum', value: ({ checksum }) => checksum },
  { name: 'length', value: ({ length }) => length },
  { name: 'entropy', value: ({ entropy }) => entropy },
  { name: 'evidence', value: (credential) => evidenceText(credential) },
  { name: 'what_to_do', value: ({ remediation }) => [remediation.summary, ...remediation.steps].join(' ') },
  { name: 'fingerprint', value: ({ fingerprint }) => fingerprint },
];

/** Only where secrets were asked for. */
const SECRET: Column = { name: 'secret', value: ({ secret }) => secret ?? null };

/** Spreadsheets know UTF-8 by it; without it Excel reads the file in the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * CSV (RFC 4180) for a spreadsheet: a line of names, then a line for each credential, worst first. Every field
 * is in quotes, no field has a line break, and none is a formula.
 */
export function* renderCsv({ credentials }: Report): Generator<string> {
  const columns = credentials.some(({ secret }) => secret !== undefined) ? [...COLUMNS, SECRET] : COLUMNS;
  yield `${BYTE_ORDER_MARK}${row(columns.map(({ name }) => name))}`;
  for (const credential of credentials) {
    const ordered = mainPlaceFirst(credential);
    yield row(columns.map(({ value }) => value(ordered, ordered.occurrences[0])));
  }
}

function inHead(occurrences: readonly Occurrence[]): boolean | null {
  const answers = occurrences.map((each) => each.inHead).filter((answer) => answer !== null);
  return answers.length === 0 ? null : answers.includes(true);
}

function otherPlacesText(credential: Credential): string {
  const { shown, more } = otherPlaces(credential);
  return [...shown.map(locationOf), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function evidenceText(credential: Credential): string {
  const { pro, contra } = evidenceInWords(credential);
  return [...pro, ...contra.map((detail) => `against it: ${detail}`)].join('; ');
}

function row(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

/** Excel shows no more of a cell. */
const LONGEST = 32_000;

/**
 * What spreadsheets take for a formula: https://owasp.org/www-community/attacks/CSV_Injection. Also the wide
 * forms of these characters, and behind spaces, which some take off.
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|]/u;

function field(value: string | number | boolean | null): string {
  if (value === null) return '""';
  if (typeof value !== 'string') return `"${value}"`;
  const text = escapeText(shorten(value, LONGEST));
  // An apostrophe before it makes a text of it everywhere.
  return `"${FORMULA.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
