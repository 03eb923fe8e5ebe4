import type { AdviceStep } from './report.ts';

/** A step without its stage. */
export type UndoStep = Pick<AdviceStep, 'text' | 'commands'>;

/** What git still remembers depends on what was done: another scan tells it by name. */
export const AGAIN: UndoStep = {
  text: 'Run keypetrel again: git remembers old commits in its reflog for weeks, and the report then names what still has it and how to forget that.',
  commands: [],
};
