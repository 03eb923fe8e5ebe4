import type { Finding } from '../detect/finding.ts';
import type { AdviceStage, RemediationTemplate, StepTemplate } from '../rules/rule-file.ts';
import type { RepositoryFootholds } from './foothold.ts';
import type { CredentialProvenance } from './provenance.ts';
import type { AdviceStep, Exposure, Occurrence, Remediation } from './report.ts';
import { standingSentence } from './standing-sentence.ts';
import { undoSteps } from './undo.ts';

/** What `git filter-repo` can replace or has to take out. */
export type Replacements = {
  /** Lines that match the credential as it stands in texts; see `replacementFor`. */
  readonly lines: readonly string[];
  /** Blobs that hold it in a form which cannot be replaced. */
  readonly blobs: readonly string[];
};

/** Everything that the advice depends on. */
export type RemediationFacts = {
  readonly template: RemediationTemplate;
  readonly finding: Finding;
  readonly exposure: Exposure;
  /** False: part of the history could not be read, and the exposure is the furthest that is possible. */
  readonly isCertain: boolean;
  readonly occurrences: readonly Occurrence[];
  readonly replacements: Replacements;
  readonly provenance: CredentialProvenance | null;
  /** The repositories that hold it. */
  readonly repositories: readonly RepositoryFootholds[];
};

/**
 * What to do about a credential, in this order: make it worthless, see what was done with it, take it out of the
 * repository as far as that still helps, and make it impossible next time.
 */
export function remediationFor(facts: RemediationFacts): Remediation {
  const { template } = facts;
  const plan: AdviceStep[] = [
    ...filledIn('revoke', template.revoke, facts),
    ...filledIn('investigate', template.investigate, facts),
    ...undoSteps(facts),
    ...filledIn('prevent', template.prevent, facts),
    NEXT_TIME,
  ];
  return {
    summary: `${standingSentence(facts)} ${template.summary}`,
    steps: plan.map(({ text }) => text),
    commands: plan.flatMap(({ commands }) => commands),
    plan,
  };
}

const NEXT_TIME: AdviceStep = {
  stage: 'prevent',
  text: 'Keep the value in an environment variable or a secret store, name the file that holds it in .gitignore, and let a hook look at each commit.',
  commands: ['keypetrel hook install'],
};

function filledIn(
  stage: AdviceStage,
  steps: readonly StepTemplate[],
  { finding, provenance }: RemediationFacts,
): AdviceStep[] {
  const since = sinceWhen(finding, provenance);
  return steps.map(({ text, commands }) => ({
    stage,
    text,
    commands: commands.map((command) => fillIn(command, finding, since)),
  }));
}

/** The day from which it may have been used: of its month of issue, else of the first commit that has it. */
function sinceWhen({ issued }: Finding, provenance: CredentialProvenance | null): string | null {
  if (issued !== null) return `${issued}-01`;
  const date = provenance?.first?.date?.slice(0, 10) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

/** The resource's name comes from a host in the content; a host label has nothing that a shell would read. */
function fillIn(command: string, { endpoint }: Finding, since: string | null): string {
  const resource = /^([a-z0-9-]+)\.[a-z]/.exec(endpoint ?? '')?.[1];
  return command
    .replaceAll('{resource}', resource ?? '<resource>')
    .replaceAll(/\{(?:since|issued)\}/g, since ?? '<date>');
}
