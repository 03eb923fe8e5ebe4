import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EXIT_CODES, exitStatus } from '../cli/exit-code.ts';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/lazy.ts';
import { settle } from '../config/settings.ts';
import { IGNORE_FILE } from '../credentials/ignore-file.ts';
import type { Report } from '../credentials/report.ts';
import { UserError } from '../errors.ts';
import { discoverRepository, type Repository } from '../git/repository.ts';
import { makeFolder } from '../make-folder.ts';
import { loadRenderer, type ReportFormat } from '../report/index.ts';
import { renderMarkdownWithin, SUMMARY_BYTES } from '../report/markdown.ts';
import type { ExitStatus } from '../report/renderer.ts';
import { scan } from '../scan.ts';
import type { ScanOptions } from '../scan-options.ts';
import { warnOfChangedConfig } from './changed-config.ts';
import { noticeCommand, warningCommand, withoutCommands } from './commands.ts';
import { COMMENT_ROOM, commentOnPullRequest } from './comment.ts';
import { type Plan, planFor } from './event.ts';
import { changesRange, checkedOut, withHistory } from './history.ts';
import { type Environment, type Inputs, readInputs } from './inputs.ts';
import { reportPath } from './report-path.ts';

/** What the Action needs of the process that it is. */
export type ActionHost = {
  readonly env: Environment;
  /** To the log of the step, where the runner also reads its commands. */
  readonly write: (text: string) => void;
};

/** Where reports go, absolute; null where none is asked for. */
type ReportFiles = { readonly sarif: string | null; readonly json: string | null };

/**
 * Scans what an event calls for, and tells it everywhere where people look.
 * @returns the exit code of the step.
 * @throws UserError for wrong inputs and for a checkout that cannot be scanned.
 */
export async function runAction(host: ActionHost): Promise<number> {
  const inputs = readInputs(host.env);
  const workspace = host.env['GITHUB_WORKSPACE'] ?? '.';
  const config = inputs.config === null ? undefined : await loadConfig(resolve(workspace, inputs.config));
  const { failOn } = settle(
    { minConfidence: inputs.minConfidence, failOn: inputs.failOn === 'never' ? null : inputs.failOn },
    config,
  );
  const files = {
    sarif: inputs.sarifFile && (await reportPath(workspace, inputs.sarifFile)),
    json: inputs.jsonFile && (await reportPath(workspace, inputs.jsonFile)),
  };
  const payload = await readPayload(host.env);
  const options = await scanOptionsFor(inputs, config, workspace, payload, host);
  if (options === null) {
    await setOutputs(host.env, { credentials: '0', complete: 'true', 'exit-code': '0', 'sarif-file': '' });
    return EXIT_CODES.clean;
  }
  const report = await scan(options);
  const exit = exitStatus(report, { failOn: failOn.value, requireComplete: true });
  await tell(report, exit, inputs, files, payload, host);
  return inputs.failOn === 'never' && exit.code === EXIT_CODES.found ? EXIT_CODES.clean : exit.code;
}

async function readPayload(env: Environment): Promise<Record<string, unknown>> {
  const path = env['GITHUB_EVENT_PATH'];
  if (path === undefined || path === '') return {};
  const payload: unknown = JSON.parse(await readFile(path, 'utf8'));
  return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
}

/** Null when there is nothing to scan. */
async function scanOptionsFor(
  inputs: Inputs,
  config: Config | undefined,
  workspace: string,
  payload: Record<string, unknown>,
  host: ActionHost,
): Promise<ScanOptions | null> {
  const { paths, minConfidence, mode, baseline, noIgnore } = inputs;
  const common: ScanOptions = {
    paths: paths.map((path) => resolve(workspace, path)),
    ...(minConfidence !== null && { minConfidence }),
    ...(baseline !== null && { baseline: resolve(workspace, baseline) }),
    ...(noIgnore && { ignore: false }),
    ...(config !== undefined && { config }),
    log: { debug: () => {}, info: () => {}, warn: (message) => host.write(warningCommand(message)) },
  };
  const found = await discoverRepository(workspace);
  if (found === null) {
    throw new UserError('the workspace is no git repository: check it out first (actions/checkout)');
  }
  const plan = planFor(host.env['GITHUB_EVENT_NAME'] ?? '', payload, mode, await checkedOut(found));
  host.write(`keypetrel: ${describePlan(plan)}\n`);
  if (plan.kind === 'nothing') {
    host.write(noticeCommand(`nothing to scan: ${plan.because}`));
    return null;
  }
  const repository = await withHistory(found, plan, inputs.fetchHistory, host);
  await warnOfChangedConfig(repository, plan, decidingFiles(inputs, config, found, workspace), host);
  if (plan.kind === 'everything') return { ...common, target: 'auto' };
  return { ...common, target: 'range', range: await changesRange(repository, plan) };
}

/** The files that decide what is reported, absolute. */
function decidingFiles(
  inputs: Inputs,
  config: Config | undefined,
  { workTree }: Repository,
  workspace: string,
): string[] {
  const { baseline, ignore } = settle(
    { baseline: inputs.baseline, ignore: inputs.noIgnore ? false : null },
    config,
  );
  return [
    ...(inputs.config === null ? [] : [resolve(workspace, inputs.config)]),
    ...(baseline.value === null ? [] : [resolve(workspace, baseline.value)]),
    ...(ignore.value && workTree !== null ? [join(workTree, IGNORE_FILE)] : []),
  ];
}

function describePlan(plan: Plan): string {
  return plan.kind === 'changes'
    ? `scanning what ${plan.because} brings in`
    : `scanning ${plan.kind}: ${plan.because}`;
}

async function tell(
  report: Report,
  exit: ExitStatus,
  inputs: Inputs,
  files: ReportFiles,
  payload: Record<string, unknown>,
  host: ActionHost,
): Promise<void> {
  host.write(withoutCommands(await rendered('text', report, exit)));
  host.write(await rendered('github', report, exit));
  const summary = host.env['GITHUB_STEP_SUMMARY'];
  if (summary) await appendFile(summary, [...renderMarkdownWithin(SUMMARY_BYTES, report, {})].join(''));
  // Code scanning opens an alert for every result, and passes over what SARIF says of suppressions.
  const { hidden: _, ...told } = report;
  for (const format of ['sarif', 'json'] as const) {
    const file = files[format];
    if (file !== null) await writeReport(file, await rendered(format, told, exit));
  }
  await setOutputs(host.env, {
    credentials: String(report.credentials.length),
    complete: String(report.coverage.complete),
    'exit-code': String(exit.code),
    'sarif-file': files.sarif ?? '',
  });
  if (inputs.comment) {
    const markdown = [...renderMarkdownWithin(COMMENT_ROOM, report, {})].join('');
    await commentOnPullRequest(markdown, report.credentials.length, payload, inputs.token, host);
  }
}

async function rendered(format: ReportFormat, report: Report, exit: ExitStatus): Promise<string> {
  const render = await loadRenderer(format);
  return [...render(report, { color: false, width: 100, quiet: false, exit })].join('');
}

async function writeReport(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  await writeFile(path, text);
}

/** Each as `name=value` on a line: no value of ours has a newline but a path may, which is refused by its name. */
async function setOutputs(env: Environment, outputs: Readonly<Record<string, string>>): Promise<void> {
  const file = env['GITHUB_OUTPUT'];
  if (!file) return;
  const lines = Object.entries(outputs).map(([name, value]) => {
    if (/[\r\n]/.test(value)) throw new UserError(`the output "${name}" would have a line break in it`);
    return `${name}=${value}\n`;
  });
  await appendFile(file, lines.join(''));
}
