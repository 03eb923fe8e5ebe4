import type { CredentialProvenance } from './provenance.ts';
import { redact } from './redact.ts';
import type { Credential } from './report.ts';

/** So many characters tell a secret in a text from nearly all else. */
const BEGINNING = 16;

/** So many texts are remembered. */
const MOST_KNOWN = 1024;

/** Replaces every secret in a text by its redacted form. */
export type TextRedactor = (text: string) => string;

/**
 * Makes what takes secrets out of names: of files, refs and people. Takes the same time for one secret as for many.
 */
export function createTextRedactor(secrets: readonly string[]): TextRedactor {
  const beginning = secrets.reduce((least, { length }) => Math.min(least, length), BEGINNING);
  const byBeginning = groupByBeginning(secrets, beginning);
  const redactText: TextRedactor = (text) => {
    let result = '';
    let taken = 0;
    for (let at = 0; at + beginning <= text.length; at += 1) {
      const group = byBeginning.get(text.slice(at, at + beginning));
      const secret = group === undefined ? null : longestAt(text, at, group);
      if (secret === null) continue;
      result += text.slice(taken, at) + redact(secret);
      taken = at + secret.length;
      at = taken - 1;
    }
    return result + text.slice(taken);
  };
  // Of thousands of credentials most of the advice is the same.
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const redacted = redactText(text);
    if (known.size === MOST_KNOWN) known.clear();
    known.set(text, redacted);
    return redacted;
  };
}

/** Secrets that begin alike, which somebody may have made many of: so they are told apart by what they are as a whole. */
type Group = { readonly secrets: Set<string>; readonly lengths: Set<number> };

function groupByBeginning(secrets: readonly string[], beginning: number): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const secret of secrets) {
    const start = secret.slice(0, beginning);
    const group = groups.get(start) ?? { secrets: new Set(), lengths: new Set() };
    groups.set(start, group);
    group.secrets.add(secret);
    group.lengths.add(secret.length);
  }
  return groups;
}

function longestAt(text: string, at: number, { secrets, lengths }: Group): string | null {
  let longest: string | null = null;
  for (const length of lengths) {
    const candidate = text.slice(at, at + length);
    if (candidate.length > (longest?.length ?? 0) && secrets.has(candidate)) longest = candidate;
  }
  return longest;
}

/** A credential with no secret in the names that it mentions. */
export function redactNames(credential: Credential, redactText: TextRedactor): Credential {
  const orNull = (text: string | null) => (text === null ? null : redactText(text));
  const { summary, steps, commands, plan } = credential.remediation;
  return {
    ...credential,
    endpoint: orNull(credential.endpoint),
    evidence: credential.evidence.map((item) => ({ ...item, detail: redactText(item.detail) })),
    provenance: credential.provenance === null ? null : redactProvenance(credential.provenance, redactText),
    occurrences: credential.occurrences.map((each) => ({
      ...each,
      path: orNull(each.path),
      author: orNull(each.author),
      refs: each.refs.map(redactText),
    })),
    remediation: {
      summary: redactText(summary),
      steps: steps.map(redactText),
      commands: commands.map(redactText),
      plan: plan.map((step) => ({
        stage: step.stage,
        text: redactText(step.text),
        commands: step.commands.map(redactText),
      })),
    },
  };
}

function redactProvenance(provenance: CredentialProvenance, redactText: TextRedactor): CredentialProvenance {
  const orNull = (text: string | null) => (text === null ? null : redactText(text));
  const { first, renames, removed, refs, remotes } = provenance;
  return {
    ...provenance,
    first: first === null ? null : { ...first, author: orNull(first.author), path: orNull(first.path) },
    renames: renames.map((each) => ({
      ...each,
      author: orNull(each.author),
      from: redactText(each.from),
      to: redactText(each.to),
    })),
    removed: removed === null ? null : { ...removed, author: orNull(removed.author) },
    refs: refs.map(redactText),
    remotes: remotes.map((each) => ({ ...each, name: orNull(each.name), refs: each.refs.map(redactText) })),
  };
}
