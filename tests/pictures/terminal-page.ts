import { AnsiUp } from 'ansi_up';

/** The heading of the first credential that is left out. */
const THIRD = /^\S*3\b/;
const SUMMARY = /^\S*Summary/;

/** A page that looks like a terminal: the first two credentials of a text report, and the summary. */
export function terminalPage(output: string): string {
  const lines = output.trimEnd().split('\n');
  const third = lines.findIndex((line) => THIRD.test(line));
  const summary = lines.findIndex((line) => SUMMARY.test(line));
  if (third === -1 || summary === -1)
    throw new Error('the report does not have the parts that the picture shows');
  const shown = ['$ npx keypetrel', '', ...lines.slice(0, third), '⋮', '', ...lines.slice(summary)];
  const converter = new AnsiUp();
  converter.use_classes = true;
  const text = converter.ansi_to_html(shown.join('\n'));
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><pre>${text}</pre>`;
}

const STYLE = `
  body { margin: 0; background: #16181d; }
  pre { margin: 0; padding: 20px 24px; color: #d7dae0; font: 14px/1.45 "DejaVu Sans Mono", monospace; }
  .ansi-red-fg { color: #ff6b6b; }
  .ansi-yellow-fg { color: #e5c07b; }
  .ansi-cyan-fg { color: #56c7d6; }
  .ansi-green-fg { color: #7ec77e; }
  .ansi-red-bg { background: #b3202c; }
  .ansi-white-fg, .ansi-bright-white-fg { color: #fff; }
`;
