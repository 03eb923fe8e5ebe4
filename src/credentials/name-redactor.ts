import { redact } from './redact.ts';
import type { Credential } from './report.ts';

/** So many characters tell a secret in a text from nearly all else. */
const BEGINNING = 16;

/** Replaces every secret in a text by its redacted form. */
export type TextRedactor = (text: string) => string;

/**
 * Makes what takes secrets out of names: of files, refs and people. Takes the same time for one secret as for many.
 */
export function createTextRedactor(secrets: readonly string[]): TextRedactor {
  const beginning = Math.min(BEGINNING, ...secrets.map(({ length }) => length));
  const byBeginning = new Map<string, string[]>();
  for (const secret of new Set(secrets)) {
    const start = secret.slice(0, beginning);
    const known = byBeginning.get(start);
    if (known === undefined) byBeginning.set(start, [secret]);
    else known.push(secret);
  }
  return (text) => {
    let result = '';
    let taken = 0;
    for (let at = 0; at + beginning <= text.length; at += 1) {
      const candidates = byBeginning.get(text.slice(at, at + beginning)) ?? [];
      const secret = longest(candidates.filter((each) => text.startsWith(each, at)));
      if (secret === null) continue;
      result += text.slice(taken, at) + redact(secret);
      taken = at + secret.length;
      at = taken - 1;
    }
    return result + text.slice(taken);
  };
}

function longest(secrets: readonly string[]): string | null {
  return secrets.reduce<string | null>(
    (best, each) => (each.length > (best?.length ?? 0) ? each : best),
    null,
  );
}

/** A credential with no secret in the names that it mentions. */
export function redactNames(credential: Credential, redactText: TextRedactor): Credential {
  const orNull = (text: string | null) => (text === null ? null : redactText(text));
  const { summary, steps, commands } = credential.remediation;
  return {
    ...credential,
    endpoint: orNull(credential.endpoint),
    evidence: credential.evidence.map((item) => ({ ...item, detail: redactText(item.detail) })),
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
    },
  };
}
