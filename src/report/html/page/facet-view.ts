import type { Severity } from '../../../detect/finding.ts';
import { formatCount } from '../../text/numbers.ts';
import type { Entry } from '../model/entry.ts';
import {
  FACETS,
  type Facet,
  type FacetName,
  type Filtered,
  type Filters,
  SEVERITIES,
  valuesOf,
} from '../model/filter.ts';
import { button, el } from './dom.ts';
import { severityShape } from './marks.ts';

const MOST_VALUES = 8;

/** A choice, and the parts of it that change. */
type Choice = {
  readonly facet: FacetName;
  readonly value: string;
  readonly box: HTMLInputElement;
  readonly label: HTMLElement;
  readonly bar: HTMLElement;
  readonly count: HTMLElement;
};

export type FacetView = {
  /** Lists the values that the entries have. */
  show(entries: readonly Entry[]): void;
  /** Shows what is chosen, and how many there are of each value. */
  update(filters: Filters, counts: Filtered['counts']): void;
};

/**
 * The credentials by severity, exposure, service and so on: bars that show how many there are of each kind,
 * and choose it.
 */
export function createFacetView(
  container: HTMLElement,
  onToggle: (facet: FacetName, value: string) => void,
): FacetView {
  let choices: Choice[] = [];
  return {
    show(entries) {
      choices = [];
      container.replaceChildren(
        ...FACETS.map((facet) => {
          const ofFacet = valuesOf(facet, entries).map((value) => choiceOf(facet, value, onToggle));
          choices.push(...ofFacet);
          return fieldsetOf(facet, ofFacet);
        }).filter((fieldset) => fieldset !== null),
      );
    },
    update({ chosen }, counts) {
      for (const { facet, value, box, label, bar, count } of choices) {
        const number = counts[facet].get(value) ?? 0;
        box.checked = chosen[facet].has(value);
        count.textContent = formatCount(number);
        bar.style.inlineSize = `${(100 * number) / Math.max(1, ...counts[facet].values())}%`;
        label.classList.toggle('empty', number === 0);
      }
    },
  };
}

function fieldsetOf({ name, label }: Facet, choices: readonly Choice[]): HTMLElement | null {
  if (choices.length === 0) return null;
  const fieldset = el('fieldset', { class: `facet by-${name}` }, el('legend', {}, label));
  fieldset.append(...choices.map((choice) => choice.label));
  const hidden = choices.slice(MOST_VALUES).map((choice) => choice.label);
  if (hidden.length === 0) return fieldset;
  for (const each of hidden) each.hidden = true;
  const more = button({ class: 'quiet' }, `Show ${hidden.length} more`, () => {
    for (const each of hidden) each.hidden = false;
    hidden[0]?.querySelector('input')?.focus();
    more.remove();
  });
  fieldset.append(more);
  return fieldset;
}

function choiceOf(
  { name, wordOf }: Facet,
  value: string,
  onToggle: (facet: FacetName, value: string) => void,
): Choice {
  const box = el('input', { type: 'checkbox' });
  box.addEventListener('change', () => onToggle(name, value));
  const bar = el('span', { class: 'bar' });
  const count = el('span', { class: 'number' });
  const shape = name === 'severity' && isSeverity(value) ? severityShape(value) : null;
  const label = el(
    'label',
    { class: `choice ${name === 'severity' ? value : ''}` },
    box,
    shape,
    el('span', { class: 'word' }, wordOf(value)),
    count,
    el('span', { class: 'track', 'aria-hidden': 'true' }, bar),
  );
  return { facet: name, value, box, label, bar, count };
}

function isSeverity(value: string): value is Severity {
  return (SEVERITIES as readonly string[]).includes(value);
}
