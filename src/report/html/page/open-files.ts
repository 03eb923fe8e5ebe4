import type { OpenReport } from '../model/entry.ts';
import { readReport } from '../model/read-report.ts';
import { button, byId, el } from './dom.ts';

/**
 * Opens reports that are dropped on the page or chosen with its button.
 * @param onOpen gets all of one drop together.
 */
export function startOpening(onOpen: (reports: readonly OpenReport[]) => void): void {
  const input = byId<HTMLInputElement>('files');
  const hint = byId('drop-hint');
  const open = async (files: readonly File[]): Promise<void> => {
    hint.hidden = true;
    const results = await Promise.all(files.map(readFile));
    showProblems(results.filter((each) => typeof each === 'string'));
    const reports = results.filter((each) => typeof each !== 'string');
    if (reports.length > 0) onOpen(reports);
  };
  byId('open-files').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    void open([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = '';
  });
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    hint.hidden = false;
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) hint.hidden = true;
  });
  addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void open([...event.dataTransfer.files]);
  });
}

/** The report in a file, or why there is none. */
async function readFile(file: File): Promise<OpenReport | string> {
  let content: string;
  try {
    content = await file.text();
  } catch {
    return `${file.name} cannot be read.`;
  }
  const result = readReport(content);
  return result.kind === 'report'
    ? { name: file.name, report: result.report }
    : `${file.name} was not opened: ${result.reason}.`;
}

/** Says what went wrong; nothing when nothing did. */
export function showProblems(problems: readonly string[]): void {
  const box = byId('problems');
  const dismiss = button({ class: 'quiet' }, 'Dismiss', () => box.replaceChildren());
  box.replaceChildren(
    ...problems.map((problem) => el('p', {}, problem)),
    ...(problems.length > 0 ? [dismiss] : []),
  );
}
