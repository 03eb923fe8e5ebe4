import type { Entry, OpenReport } from '../model/entry.ts';
import { nameInAddress } from './address.ts';
import { credentialDetail } from './detail/credential.ts';
import { button, byId } from './dom.ts';
import type { ListView } from './list-view.ts';

export type Selection = {
  /** A row was clicked: shows its details. */
  choose(index: number): void;
  /** Goes on by a number of rows. */
  move(rows: number): void;
  /** Puts the focus into the details of the current row. */
  enter(): void;
  /** From the details to the list, then closes them. */
  leave(): void;
  /** Shows the details of a credential, or of none. */
  open(fingerprint: string | null): void;
  /** The list has other entries: the details stay, also when their row is not among them. */
  listChanged(): void;
  /** Other reports are open: more may be known of what is looked at, or nothing any more. */
  reportsChanged(): void;
};

type Shown = {
  readonly entries: readonly Entry[];
  readonly list: readonly Entry[];
  readonly reports: readonly OpenReport[];
};

/** Wide enough for the list and the details beside it. */
const SIDE_BY_SIDE = '(min-width: 70rem)';

/** Which credential is looked at: its row, its details and the page's address go together. */
export function createSelection(list: ListView, current: () => Shown): Selection {
  const panel = byId('detail');
  const isSideBySide = matchMedia(SIDE_BY_SIDE);
  let active = -1;
  let opened: string | null = null;
  /** Where the list was before the details took its place. */
  let scrolledTo = 0;

  const indexOf = (fingerprint: string | null): number =>
    current().list.findIndex(({ credential }) => credential.fingerprint === fingerprint);

  const show = (entry: Entry | undefined): void => {
    const fingerprint = entry?.credential.fingerprint ?? null;
    if (opened === null && entry !== undefined) scrolledTo = scrollY;
    const isClosing = opened !== null && entry === undefined;
    opened = fingerprint;
    document.body.classList.toggle('details-open', entry !== undefined);
    panel.hidden = entry === undefined;
    panel.replaceChildren(
      ...(entry === undefined ? [] : [closeButton(), credentialDetail(entry, current().reports, false)]),
    );
    panel.scrollTop = 0;
    nameInAddress(fingerprint);
    if (isSideBySide.matches) return;
    scrollTo(0, isClosing ? scrolledTo : 0);
  };

  const closeButton = (): HTMLElement =>
    button({ class: 'close', 'aria-label': 'Close details' }, 'Close', () => {
      show(undefined);
      list.focus();
    });

  const focusDetails = (): void => panel.querySelector<HTMLElement>('h2')?.focus();

  const goTo = (index: number): void => {
    active = index;
    show(current().list[index]);
    list.mark(index);
    list.reveal(index);
  };

  return {
    choose(index) {
      goTo(index);
      if (!isSideBySide.matches) focusDetails();
    },
    move(rows) {
      const { length } = current().list;
      if (length === 0) return;
      const index = Math.min(Math.max(active + rows, 0), length - 1);
      const isInDetails = panel.contains(document.activeElement);
      if (isSideBySide.matches || opened !== null) goTo(index);
      else {
        active = index;
        list.mark(index);
        list.reveal(index);
      }
      if (isInDetails) focusDetails();
      else list.focus();
    },
    enter() {
      goTo(Math.max(active, 0));
      focusDetails();
    },
    leave() {
      const isInDetails = panel.contains(document.activeElement);
      if (opened !== null && (!isInDetails || !isSideBySide.matches)) show(undefined);
      list.focus();
      list.reveal(active);
    },
    open(fingerprint) {
      if (fingerprint !== opened) goTo(indexOf(fingerprint));
    },
    listChanged() {
      active = indexOf(opened);
      list.mark(active);
    },
    reportsChanged() {
      if (opened !== null)
        show(current().entries.find(({ credential }) => credential.fingerprint === opened));
    },
  };
}
