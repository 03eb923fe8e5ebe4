import { UserError } from '../../errors.ts';
import type { ExplanationReport } from '../../report/explanation/report.ts';
import { logSettings, readNamedConfig, settleCommand } from '../effective-settings.ts';
import { EXIT_CODES } from '../exit-code.ts';
import type { ExplainCommand } from '../explain-arguments.ts';
import type { Host } from '../host.ts';
import { writeOutput } from '../output.ts';
import type { ExplainService } from '../services.ts';
import { readInput, runSession, type Session, scopeOptions } from '../session.ts';
import { hasColor, widthOf } from '../terminal.ts';

/**
 * `keypetrel explain`: says why a credential is one, or why a text is none.
 * @returns the exit code: 0 when it explained something, 3 when what was asked for may be in what could not be read.
 * @throws {UserError} when nothing has the fingerprint.
 */
export function runExplain(command: ExplainCommand, host: Host, service: ExplainService): Promise<number> {
  return runSession(command, host, async (session) => {
    const report = await explain(command, host, session, service);
    session.interruption.signal.throwIfAborted();
    session.progress.clear();
    if (report === null) return EXIT_CODES.incomplete;
    await writeOutput(host.stdout, await rendered(report, command, host), session.interruption.signal);
    return EXIT_CODES.clean;
  });
}

/** @returns null when nothing was found, and something could not be read. */
async function explain(
  command: ExplainCommand,
  host: Host,
  session: Session,
  service: ExplainService,
): Promise<ExplanationReport | null> {
  const { log, interruption } = session;
  const config = await readNamedConfig(command.config);
  logSettings(settleCommand({ ...command, format: null }, config), config, log);
  const options = await scopeOptions(command, config, host, session);
  if (command.fingerprint === null) {
    if (host.stdin.isTTY) log.warn('reading from the terminal until Ctrl-D');
    const bytes = await readInput(host, interruption.signal, LONGEST_TEXT);
    if (bytes === null)
      throw new UserError('standard input holds more than 1 MiB: give "keypetrel explain -" less');
    return { ...(await service.explainText(bytes, options)), isOfText: true, complete: true };
  }
  const { explanation, coverage } = await service.explainFingerprint(options, command.fingerprint);
  if (explanation !== null)
    return { explanations: [explanation], unmatched: [], isOfText: false, complete: coverage.complete };
  const nothing = `nothing in what was scanned has the fingerprint ${command.fingerprint}`;
  if (coverage.complete)
    throw new UserError(`${nothing}; "keypetrel -f json" lists those of all credentials`);
  log.warn(`${nothing}, but something could not be read`);
  return null;
}

/** Larger texts are for a scan, in bytes. */
const LONGEST_TEXT = 1024 * 1024;

async function rendered(
  report: ExplanationReport,
  command: ExplainCommand,
  host: Host,
): Promise<Iterable<string>> {
  if (command.format === 'json') {
    const { renderExplanationJson } = await import('../../report/explanation/json.ts');
    return renderExplanationJson(report);
  }
  const { renderExplanationText } = await import('../../report/explanation/text.ts');
  return renderExplanationText(report, {
    color: hasColor(host.stdout, host.env, command.color),
    width: widthOf(host.stdout, host.env),
  });
}
