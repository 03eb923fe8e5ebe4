import { TOOL_VERSION } from '../../version.ts';
import { escapeJson } from '../escape.ts';
import type { ExplanationReport } from './report.ts';

/** Explanations as one JSON document, as `explanation.schema.json` describes it. */
export function renderExplanationJson({ explanations, unmatched, complete }: ExplanationReport): string[] {
  const document = {
    schemaVersion: 1,
    tool: { name: 'keypetrel', version: TOOL_VERSION },
    complete,
    explanations,
    unmatched,
  };
  return [`${escapeJson(JSON.stringify(document, null, 2))}\n`];
}
