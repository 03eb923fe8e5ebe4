import { escapeText } from '../../escape.ts';
import { announce } from './announce.ts';
import { button } from './dom.ts';

const SHOWN_FOR = 2000;

/**
 * A button that copies what is shown: with control characters escaped, so that what lands in a terminal is
 * what was read on the page, and a line is one line.
 * @param what is copied, in a word or two.
 * @param label of the button.
 */
export function copyButton(lines: readonly string[], what: string, label = 'Copy'): HTMLButtonElement {
  const made = button({ class: 'copy', 'aria-label': `Copy ${what}` }, label, async () => {
    const isCopied = await copy(lines.map(escapeText).join('\n'));
    made.textContent = isCopied ? 'Copied' : 'Failed';
    announce(isCopied ? `Copied ${what}` : `The browser did not let the page copy ${what}`);
    setTimeout(() => {
      made.textContent = label;
    }, SHOWN_FOR);
  });
  return made;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

/** Where the clipboard is not to be had: browsers give it only to pages that they trust. */
function copySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'hidden-label';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
