import type { Entry } from '../model/entry.ts';
import { el } from './dom.ts';
import { row, rowId } from './row.ts';

/** Rows that are drawn above and below what is in view. */
const MARGIN_ROWS = 8;

export type ListView = {
  /** Shows other entries. */
  show(entries: readonly Entry[]): void;
  /** Marks the row that one is at; -1: none. */
  mark(index: number): void;
  /** Brings a row into view. */
  reveal(index: number): void;
  focus(): void;
};

/**
 * A list of any length, of which only the rows in view are in the document. It scrolls with the page. For
 * assistive technology it is a list box: each row tells its place and the length of the whole.
 * @param onChoose a row was clicked.
 */
export function createListView(list: HTMLElement, onChoose: (index: number) => void): ListView {
  const canvas = el('div', { role: 'presentation', class: 'canvas' });
  list.append(canvas);
  const rows = new Map<number, HTMLElement>();
  let entries: readonly Entry[] = [];
  let active = -1;
  let isDrawn = true;

  const draw = (): void => {
    isDrawn = true;
    const height = rowHeight(list);
    canvas.style.height = `${entries.length * height}px`;
    const top = -list.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(top / height) - MARGIN_ROWS);
    const last = Math.min(entries.length, Math.ceil((top + innerHeight) / height) + MARGIN_ROWS);
    for (const [index, element] of rows) {
      if (index >= first && index < last) continue;
      element.remove();
      rows.delete(index);
    }
    // In the order of the list, which is that of reading.
    for (let index = last - 1; index >= first; index--) {
      const element = rows.get(index) ?? makeRow(index);
      element.style.transform = `translateY(${index * height}px)`;
      if (!element.isConnected) canvas.insertBefore(element, rows.get(index + 1) ?? null);
    }
    markActive();
  };

  const makeRow = (index: number): HTMLElement => {
    const entry = entries[index];
    if (entry === undefined) throw new Error(`the list has no row ${index}`);
    const element = row(entry, index, entries.length);
    rows.set(index, element);
    return element;
  };

  const markActive = (): void => {
    for (const [index, element] of rows) {
      element.classList.toggle('active', index === active);
      element.setAttribute('aria-selected', String(index === active));
    }
    if (rows.has(active)) list.setAttribute('aria-activedescendant', rowId(active));
    else list.removeAttribute('aria-activedescendant');
  };

  const drawSoon = (): void => {
    if (!isDrawn) return;
    isDrawn = false;
    requestAnimationFrame(draw);
  };

  addEventListener('scroll', drawSoon, { passive: true });
  addEventListener('resize', drawSoon);
  // What is above the list may grow or shrink, and narrow rows have more lines.
  const observer = new ResizeObserver(drawSoon);
  observer.observe(document.body);
  observer.observe(list);
  canvas.addEventListener('click', ({ target }) => {
    const clicked = target instanceof Element ? target.closest('.row') : null;
    for (const [index, element] of rows) if (element === clicked) onChoose(index);
  });

  return {
    show(next) {
      entries = next;
      for (const element of rows.values()) element.remove();
      rows.clear();
      draw();
    },
    mark(index) {
      active = index;
      markActive();
    },
    reveal(index) {
      if (index >= 0) scrollToRow(list, index);
      draw();
    },
    focus: () => list.focus({ preventScroll: true }),
  };
}

/** In pixels; the style sheet says how many lines of text a row has. */
function rowHeight(list: HTMLElement): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.parseFloat(getComputedStyle(list).getPropertyValue('--row-height')) * root;
}

/** Scrolls as little as it takes, and keeps clear of the tool bar that stays at the top. */
function scrollToRow(list: HTMLElement, index: number): void {
  const height = rowHeight(list);
  const top = list.getBoundingClientRect().top + index * height;
  const ceiling = list.parentElement?.querySelector('.toolbar')?.getBoundingClientRect().bottom ?? 0;
  if (top < Math.max(0, ceiling)) scrollBy(0, top - Math.max(0, ceiling));
  else if (top + height > innerHeight) scrollBy(0, top + height - innerHeight);
}
