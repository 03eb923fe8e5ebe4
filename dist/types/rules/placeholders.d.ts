import type { Sample } from './rule-file.js';
/** The samples that placeholders may name. */
export type Samples = Readonly<Record<string, Sample>>;
/**
 * Fills in every placeholder of a text.
 * @throws {Error} for a name that `samples` does not have.
 */
export declare function expandPlaceholders(text: string, samples: Samples): string;
/** One made-up key of a template; `seed` decides which. */
export declare function makeSample(sample: Sample, seed: string): string;
/** What is wrong with a template, or null. */
export declare function templateProblem(template: string): string | null;
