import type { Evidence } from '../../../../detect/finding.ts';
import { el } from '../dom.ts';

/** Why this is a credential and what speaks against it, weightiest first, with the weights. */
export function evidence(items: readonly Evidence[]): HTMLElement | null {
  if (items.length === 0) return null;
  const sorted = [...items].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const heaviest = Math.max(1, ...items.map(({ weight }) => Math.abs(weight)));
  const sum = items.reduce((total, { weight }) => total + weight, 0);
  return el(
    'section',
    { class: 'evidence' },
    el('h3', {}, 'Evidence'),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col', class: 'weight' }, 'Weight'),
          el('th', { scope: 'col' }, 'What'),
          el('th', { scope: 'col' }, 'From'),
        ),
      ),
      group(
        'For it',
        sorted.filter(({ weight }) => weight > 0),
        heaviest,
      ),
      group(
        'Against it',
        sorted.filter(({ weight }) => weight < 0),
        heaviest,
      ),
      group(
        'Noted',
        sorted.filter(({ weight }) => weight === 0),
        heaviest,
      ),
      el(
        'tfoot',
        {},
        el('tr', {}, el('td', { class: 'weight' }, signed(sum)), el('td', { colspan: '2' }, 'together')),
      ),
    ),
  );
}

function group(title: string, items: readonly Evidence[], heaviest: number): HTMLElement | null {
  if (items.length === 0) return null;
  return el(
    'tbody',
    {},
    el('tr', {}, el('th', { scope: 'rowgroup', colspan: '3', class: 'group' }, title)),
    items.map(({ kind, weight, detail }) =>
      el(
        'tr',
        { class: weight > 0 ? 'for' : weight < 0 ? 'against' : '' },
        el('td', { class: 'weight' }, signed(weight), weightBar(weight, heaviest)),
        el('td', {}, detail),
        el('td', { class: 'kind' }, kind),
      ),
    ),
  );
}

function weightBar(weight: number, heaviest: number): HTMLElement {
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.inlineSize = `${(100 * Math.abs(weight)) / heaviest}%`;
  return bar;
}

/** With a sign, and a minus that is as wide as a plus. */
function signed(weight: number): string {
  if (weight === 0) return '0';
  return weight > 0 ? `+${weight}` : `−${-weight}`;
}
