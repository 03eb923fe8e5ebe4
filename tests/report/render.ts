import type { Report } from '../../src/credentials/report.ts';
import { loadRenderer, type ReportFormat } from '../../src/report/index.ts';
import type { RenderOptions } from '../../src/report/renderer.ts';

/** A report as the command line writes it to a file. */
export async function render(
  format: ReportFormat,
  report: Report,
  options: Partial<RenderOptions> = {},
): Promise<string> {
  const renderer = await loadRenderer(format);
  return [...renderer(report, { color: false, width: 100, quiet: false, exit: null, ...options })].join('');
}
