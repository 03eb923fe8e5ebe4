import type { Credential, FrameLine, Occurrence, Report } from '../../credentials/report.ts';
import type { AdviceStage } from '../../rules/rule-file.ts';

/**
 * A report as it stands in its HTML file. Thousands of credentials share most of their advice, and all places
 * of one file their code: both are written once, in tables, and pointed to by their index there.
 */
export type EmbeddedReport = Omit<Report, 'credentials'> & {
  readonly credentials: readonly EmbeddedCredential[];
  readonly texts: readonly string[];
  readonly frames: readonly (readonly FrameLine[])[];
};

export type EmbeddedCredential = Omit<Credential, 'occurrences' | 'remediation'> & {
  readonly occurrences: readonly EmbeddedOccurrence[];
  readonly remediation: {
    readonly summary: number;
    readonly steps: readonly number[];
    readonly commands: readonly number[];
    readonly plan: readonly {
      readonly stage: AdviceStage;
      readonly text: number;
      readonly commands: readonly number[];
    }[];
  };
};

export type EmbeddedOccurrence = Omit<Occurrence, 'frame'> & { readonly frame: number };

/** The report that an HTML file holds, with its tables resolved. */
export function fromEmbedded({ texts, frames, credentials, ...scan }: EmbeddedReport): Report {
  const text = (index: number): string => texts[index] ?? '';
  return {
    ...scan,
    credentials: credentials.map(({ remediation, occurrences, ...credential }) => ({
      ...credential,
      occurrences: occurrences.map(({ frame, ...occurrence }) => ({
        ...occurrence,
        frame: frames[frame] ?? [],
      })),
      remediation: {
        summary: text(remediation.summary),
        steps: remediation.steps.map(text),
        commands: remediation.commands.map(text),
        plan: remediation.plan.map((step) => ({
          stage: step.stage,
          text: text(step.text),
          commands: step.commands.map(text),
        })),
      },
    })),
  };
}
