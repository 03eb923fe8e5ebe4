import type { Credential, Report } from '../credentials/report.ts';
import type { Severity } from '../detect/finding.ts';
import { escapeText } from './escape.ts';
import { isInTree, mainPlace } from './main-place.ts';
import {
  evidenceInWords,
  exposureSentence,
  gapsOf,
  introductionSentence,
  sentence,
  shorten,
} from './prose.ts';
import { countOf } from './text/numbers.ts';
import { isLive, locationOf } from './text/places.ts';
import { CONFIDENCE_WORDS } from './text/words.ts';

/** The commands that make an annotation. */
type Kind = 'error' | 'warning' | 'notice';
type Annotation = { readonly kind: Kind; readonly properties: Properties; readonly message: string };
type Properties = Readonly<Record<string, string | number>>;

/** GitHub drops further annotations of a kind in a step without a word. */
const MOST_OF_A_KIND = 10;

/**
 * Workflow commands, from which GitHub Actions makes annotations: `::error file=…,line=…::…`. Worst first, and
 * no more than GitHub shows; a notice says how many were left out. A complete scan without findings prints
 * nothing. Never a secret, also not with `--show-secrets`: the log of a public repository is public.
 *
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function* renderGitHub(report: Report): Generator<string> {
  const gaps = gapsOf(report).map(gapAnnotation);
  const found = report.credentials.map((credential) => credentialAnnotation(credential, report));
  const counts = { error: 0, warning: 0, notice: 0 };
  let left = 0;
  for (const annotation of [...gaps, ...found]) {
    counts[annotation.kind] += 1;
    if (counts[annotation.kind] > MOST_OF_A_KIND) left += 1;
    else yield commandOf(annotation);
  }
  if (left > 0) yield commandOf(leftOutAnnotation(left, found.length));
}

function gapAnnotation({ text }: { readonly text: string }): Annotation {
  const message = escapeText(shorten(text, LONGEST_LINE));
  return { kind: 'warning', properties: { title: 'keypetrel: incomplete scan' }, message };
}

function leftOutAnnotation(left: number, found: number): Annotation {
  const message = `${countOf(found, 'credential')} found. ${countOf(left, 'annotation')} left out: GitHub shows ${MOST_OF_A_KIND} errors and ${MOST_OF_A_KIND} warnings of a step. The other report formats have all of them.`;
  return { kind: 'notice', properties: { title: 'keypetrel' }, message };
}

const KINDS: Readonly<Record<Severity, Kind>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'warning',
};

const LONGEST_TITLE = 200;
const LONGEST_LINE = 1000;

function credentialAnnotation(credential: Credential, report: Report): Annotation {
  const { title, redacted, severity, confidence, remediation, fingerprint } = credential;
  const { pro, contra } = evidenceInWords(credential);
  const lines = [
    `${sentence(CONFIDENCE_WORDS[confidence])} ${exposureSentence(credential, report)}`,
    whereSentence(credential),
    introductionSentence(credential),
    pro.length > 0 && `For: ${pro.join('; ')}.`,
    contra.length > 0 && `Against: ${contra.join('; ')}.`,
    sentence(remediation.summary),
    `Fingerprint: ${fingerprint}`,
  ].filter((line) => line !== null && line !== false);
  return {
    kind: KINDS[severity],
    properties: { ...placeOf(credential), title: shorten(`${title} ${redacted}`, LONGEST_TITLE) },
    message: lines.map((line) => escapeText(shorten(line, LONGEST_LINE))).join('\n'),
  };
}

/**
 * Where the annotation is shown. What is history only gets no place: at its line stands something else now,
 * and GitHub would show that.
 */
function placeOf(credential: Credential): Properties {
  const main = mainPlace(credential);
  if (main === null || main.path === null || !isInTree(main)) return {};
  const { path, line, column, endLine, endColumn } = main;
  return { file: path, line, endLine, col: column, endColumn };
}

function whereSentence(credential: Credential): string | null {
  const main = mainPlace(credential);
  if (main === null || isLive(main)) return null;
  if (main.path === null) return sentence(locationOf(main));
  return `${main.inHead === true ? 'At' : 'Was at'} ${locationOf(main)}.`;
}

function commandOf({ kind, properties, message }: Annotation): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${list.join(',')}::${escapeData(message)}\n`;
}

/** What the runner undoes: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(escapeText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
