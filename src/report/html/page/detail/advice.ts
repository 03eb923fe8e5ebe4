import type { Remediation } from '../../../../credentials/report.ts';
import { copyButton } from '../copy.ts';
import { el } from '../dom.ts';

/** What to do, in order, and the commands for it. */
export function advice({ summary, steps, commands }: Remediation): HTMLElement {
  return el(
    'section',
    { class: 'advice' },
    el('h3', {}, 'What to do now'),
    el('p', {}, summary),
    el(
      'ol',
      {},
      steps.map((step) => el('li', {}, step)),
    ),
    commands.length === 0 ? null : commandList(commands),
  );
}

function commandList(commands: readonly string[]): HTMLElement {
  return el(
    'div',
    { class: 'commands' },
    el(
      'div',
      { class: 'commands-head' },
      el('h4', {}, 'Commands'),
      commands.length > 1 ? copyButton(commands, 'all commands', 'Copy all') : null,
    ),
    commands.map((command) =>
      el('div', { class: 'command' }, words(command), copyButton([command], `the command ${command}`)),
    ),
  );
}

/** A command that wraps between its words only: an option is hard to read when it breaks at its hyphens. */
function words(command: string): HTMLElement {
  const parts = command.split(/( +)/).map((part) => (part.trim() === '' ? part : el('span', {}, part)));
  return el('code', {}, parts);
}
