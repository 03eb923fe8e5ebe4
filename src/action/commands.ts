import { randomUUID } from 'node:crypto';

/** A message that the runner shows on the summary page of the run, and that fails nothing by itself. */
export function errorCommand(message: string): string {
  return `::error title=keypetrel::${escapeData(message)}\n`;
}

export function warningCommand(message: string): string {
  return `::warning title=keypetrel::${escapeData(message)}\n`;
}

export function noticeCommand(message: string): string {
  return `::notice title=keypetrel::${escapeData(message)}\n`;
}

/**
 * Text for the log in which the runner looks for no commands: names from a pull request may begin like one. The word
 * that ends it cannot be guessed.
 */
export function withoutCommands(text: string): string {
  const word = randomUUID();
  const end = text.endsWith('\n') ? '' : '\n';
  return `::stop-commands::${word}\n${text}${end}::${word}::\n`;
}

/** As the runner undoes it (actions/toolkit, `command.ts`). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
