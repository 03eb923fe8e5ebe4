import type { Credential } from '../../credentials/report.ts';
import type { Evidence } from '../../detect/finding.ts';
import { field, type Layout, listField } from './layout.ts';
import { type Line, type Span, span, unbroken } from './span.ts';

/** What the key and its surroundings tell about it. */
export function keyLines(credential: Credential, layout: Layout): Line[] {
  const { title, service, issued, endpoint, secret } = credential;
  const facts: Span[] = [];
  const add = (fact: Span): void => void facts.push(...(facts.length > 0 ? [span(', ')] : []), fact);
  if (!title.startsWith(service)) add(span(service));
  if (issued !== null) add(span(`issued in ${monthInWords(issued)}`));
  if (endpoint !== null) add(unbroken(endpoint, 'bold'));
  const { decodedFrom = [], cell = null } = credential.occurrences[0] ?? {};
  if (cell !== null) add(span(`in the ${cell.part} of cell ${cell.number} of the notebook`));
  if (decodedFrom.length > 0) add(span(`written in ${[...decodedFrom].reverse().join(' in ')}`));
  const lines = facts.length === 0 ? [] : field('Key', facts, layout);
  return secret === undefined ? lines : [...lines, ...field('Secret', [unbroken(secret, 'red')], layout)];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2025-03` as `March 2025`. */
export function monthInWords(month: string): string {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  const name = MONTHS[Number(number) - 1];
  return name === undefined ? month : `${name} ${year}`;
}

/** Why this is a credential, and what speaks against it, weightiest first. */
export function evidenceLines({ evidence }: Credential, layout: Layout): Line[] {
  const sorted = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const section = (label: string, isIn: (item: Evidence) => boolean): Line[] =>
    listField(
      label,
      sorted.filter(isIn).map(({ detail }) => [span(detail)]),
      layout,
    );
  return [
    ...section('Why', ({ weight }) => weight > 0),
    ...section('Against', ({ weight }) => weight < 0),
    ...section('Note', ({ weight }) => weight === 0),
  ];
}
