/**
 * Reads workflow commands as the runner of GitHub Actions does
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs): both the form of today,
 * at the start of a line, and the old one, anywhere in a line.
 */
export type WorkflowCommand = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
};

/** Some of the commands that the runner obeys. */
const REGISTERED = [
  'error',
  'warning',
  'notice',
  'debug',
  'add-mask',
  'set-output',
  'add-path',
  'add-matcher',
];
const OTHERS = ['group', 'endgroup', 'echo', 'save-state', 'set-env', 'stop-commands'];
const NAMES = new Set([...REGISTERED, ...OTHERS]);

/** Every command that the runner finds in what a step prints. */
export function readWorkflowCommands(output: string): WorkflowCommand[] {
  return output
    .split(/\r\n|[\r\n]/)
    .map((line) => readCommand(line) ?? readOldCommand(line))
    .filter((command) => command !== null);
}

function readCommand(line: string): WorkflowCommand | null {
  const message = line.trimStart();
  if (!message.startsWith('::')) return null;
  const end = message.indexOf('::', 2);
  if (end < 0) return null;
  return commandOf(message.slice(2, end), ',', message.slice(end + 2), (text) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%'),
  );
}

function readOldCommand(line: string): WorkflowCommand | null {
  const [, info, data = ''] = /##\[([^\]]*)\](.*)$/s.exec(line) ?? [];
  return info === undefined ? null : commandOf(info, ';', data, (text) => text);
}

function commandOf(
  info: string,
  separator: string,
  data: string,
  unescapeText: (text: string) => string,
): WorkflowCommand | null {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!NAMES.has(name)) return null;
  const properties: Record<string, string> = {};
  if (space > 0) {
    for (const pair of info.slice(space + 1).split(separator)) {
      const [, key, value] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
      if (key !== undefined && value !== undefined) properties[key.toLowerCase()] = unescapeText(value);
    }
  }
  // Data is unescaped less than properties are, so `%3A` in it stays.
  const plain = data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  return { name, properties, data: separator === ',' ? plain : data };
}
