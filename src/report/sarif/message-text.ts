import { escapeText } from '../escape.ts';

/**
 * What means something in a SARIF message (links in brackets, placeholders in braces, the backslash before
 * them: SARIF 2.1.0, 3.11.5 and 3.11.6), or would where GitHub shows it as a comment.
 */
const SPECIAL = /[[\]{}<>@`]/g;

/** A text with names from the repository for a SARIF message, in which it is nothing but text. */
export function messageText(text: string): string {
  return escapeText(text).replace(SPECIAL, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
}
