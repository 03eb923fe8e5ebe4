import { escapeText } from '../../escape.ts';
import { byId } from './dom.ts';

/** Says something to those who hear the page. */
export function announce(text: string): void {
  byId('announcement').textContent = escapeText(text);
}
