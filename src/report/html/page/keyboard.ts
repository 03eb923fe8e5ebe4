import { byId } from './dom.ts';

export type Moves = {
  /** By a number of rows; Infinity: to the end. */
  move(rows: number): void;
  /** To the details of the row. */
  enter(): void;
  /** Out of where one is. */
  leave(): void;
};

const PAGE_ROWS = 10;

/** Keys that move in the list when it has the focus. */
const LIST_MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Keys that work wherever one is not typing. */
const GLOBAL_MOVES: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** Lets the page be used with the keyboard alone. */
export function startKeyboard({ move, enter, leave }: Moves): void {
  const help = byId<HTMLDialogElement>('help');
  const query = byId<HTMLInputElement>('query');
  const list = byId('list');
  byId('help-button').addEventListener('click', () => help.showModal());
  byId('help-close').addEventListener('click', () => help.close());
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || event.defaultPrevented) return;
    const { target, key } = event;
    const isTyping = isEditable(target);
    const rows =
      (target === list ? LIST_MOVES[key] : undefined) ?? (isTyping ? undefined : GLOBAL_MOVES[key]);
    if (rows !== undefined) move(rows);
    else if (target === query && key === 'ArrowDown') move(1);
    else if (target === list && key === 'Enter') enter();
    else if (key === 'Escape') leave();
    else if (key === '/' && !isTyping) query.select();
    else if (key === '?' && !isTyping) help.showModal();
    else return;
    event.preventDefault();
    if (key === '/') query.focus();
  });
}

function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
