import type { Credential, FrameLine, Report } from '../../credentials/report.ts';
import { escapeJson } from '../escape.ts';
import { toJsonCredential, toJsonScan } from '../json-model.ts';
import type { EmbeddedCredential } from './embedded.ts';

/**
 * The report as JSON in the form of `EmbeddedReport`, piece by piece, harmless inside a `<script>`: without
 * `<`, nothing in it can end the element or start a comment
 * (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 */
export function* embeddedJson(report: Report): Generator<string> {
  const texts = new Table<string>();
  const frames = new Table<readonly FrameLine[]>();
  const scan = scriptJson(toJsonScan(report));
  yield `${scan.slice(0, -1)},"credentials":[`;
  let separator = '\n';
  for (const credential of report.credentials) {
    yield separator + scriptJson(embed(credential, texts, frames));
    separator = ',\n';
  }
  yield '],\n"texts":';
  yield scriptJson(texts.values());
  yield ',\n"frames":';
  yield scriptJson(frames.values());
  yield '}';
}

function embed(
  credential: Credential,
  texts: Table<string>,
  frames: Table<readonly FrameLine[]>,
): EmbeddedCredential {
  const { remediation, occurrences, ...rest } = toJsonCredential(credential);
  const index = (text: string): number => texts.indexOf(text);
  return {
    ...rest,
    occurrences: occurrences.map((occurrence, at) => ({
      ...occurrence,
      frame: frames.indexOf(credential.occurrences[at]?.frame ?? []),
    })),
    remediation: {
      summary: index(remediation.summary),
      steps: remediation.steps.map(index),
      commands: remediation.commands.map(index),
      plan: remediation.plan.map((step) => ({
        stage: step.stage,
        text: index(step.text),
        commands: step.commands.map(index),
      })),
    },
  };
}

function scriptJson(value: unknown): string {
  return escapeJson(JSON.stringify(value)).replaceAll('<', '\\u003c');
}

/** Every different value once. */
class Table<Value> {
  readonly #indexes = new Map<string, number>();
  readonly #values: Value[] = [];

  /** The index of a value, which is added when it is new. */
  indexOf(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.#values.length);
    return this.#values.push(value) - 1;
  }

  values(): readonly Value[] {
    return this.#values;
  }
}
