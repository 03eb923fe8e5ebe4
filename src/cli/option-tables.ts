import { CONFIDENCE_LEVELS } from '../detect/finding.ts';
import { REPORT_FORMAT_NAMES } from '../report/index.ts';
import { RULESETS } from '../rules/rule-file.ts';
import {
  anyText,
  choice,
  choices,
  flag,
  list,
  type OptionTable,
  text,
  wholeNumber,
} from './option-definition.ts';
import { readOutputTarget } from './output-target.ts';

/** From quietest to most talkative. */
export const LOG_LEVELS = ['silent', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const WHAT = 'What to scan';
const REPORT = 'The report';
const RULES = 'What counts';
const WHICH = 'Which hooks';
const GENERAL = 'General';

/** Options of every command. */
const GENERAL_OPTIONS = {
  'no-color': flag({ group: GENERAL, help: 'no colours (also: NO_COLOR=1; FORCE_COLOR=1 forces them)' }),
  help: flag({ group: GENERAL, short: 'h', help: 'show help' }),
  version: flag({ group: GENERAL, help: 'show the version' }),
} satisfies OptionTable;

/** Options of `keypetrel scan`. A new option is an entry here, and a line where it is used. */
export const SCAN_OPTIONS = {
  files: flag({ group: WHAT, help: 'files on disk only, as git sees them: tracked and untracked' }),
  staged: flag({ group: WHAT, help: 'what is in the index only (for a pre-commit hook)' }),
  history: flag({ group: WHAT, help: 'history only: every object that a ref or the reflog reaches' }),
  range: text({
    group: WHAT,
    placeholder: 'A..B',
    help: 'what the commits of B that are not in A bring in; A...B: those that one of them has; - reads ids of commits from standard input',
  }),
  'since-commit': text({ group: WHAT, placeholder: 'A', help: 'the same as --range A..HEAD' }),
  stdin: flag({ group: WHAT, help: 'standard input only' }),
  'all-objects': flag({ group: WHAT, help: 'history: unreachable objects as well' }),
  include: list(
    { group: WHAT, placeholder: 'GLOB', help: 'only paths that match, as in .gitignore (repeatable)' },
    anyText,
  ),
  exclude: list({ group: WHAT, placeholder: 'GLOB', help: 'no paths that match (repeatable)' }, anyText),
  'no-gitignore': flag({ group: WHAT, help: 'files that git ignores as well' }),

  config: text({
    group: RULES,
    short: 'c',
    placeholder: 'FILE',
    help: 'a configuration of your own, YAML or TOML (see below)',
  }),
  baseline: text({
    group: RULES,
    short: 'b',
    placeholder: 'FILE',
    help: 'report only what is not in this file, which "keypetrel baseline FILE" writes',
  }),
  'no-ignore': flag({
    group: RULES,
    help: 'report also what .keypetrelignore or a comment such as keypetrel:allow lets pass (see below)',
  }),
  'min-confidence': choice(CONFIDENCE_LEVELS, {
    group: RULES,
    placeholder: 'LEVEL',
    help: 'the lowest confidence to report, default medium',
  }),
  'fail-on': choice(CONFIDENCE_LEVELS, {
    group: RULES,
    placeholder: 'LEVEL',
    help: 'the lowest confidence that makes the exit code 1, default as --min-confidence',
  }),
  ruleset: choices(RULESETS, {
    group: RULES,
    placeholder: 'NAME',
    help: 'turn a rule set on; core and azure always are, llm finds keys of other vendors of language models; repeatable',
  }),
  rule: list(
    { group: RULES, placeholder: 'ID', help: 'only this rule, of any rule set (repeatable)' },
    anyText,
  ),
  'disable-rule': list({ group: RULES, placeholder: 'ID', help: 'without this rule (repeatable)' }, anyText),
  'require-complete': flag({ group: RULES, help: 'exit code 3 when the history is shallow or partial' }),

  format: choice(REPORT_FORMAT_NAMES, {
    group: REPORT,
    short: 'f',
    placeholder: 'FORMAT',
    help: 'format of the report on standard output, default text',
  }),
  output: list(
    {
      group: REPORT,
      short: 'o',
      placeholder: 'FORMAT=FILE',
      help: 'write a report to a file as well (repeatable)',
    },
    readOutputTarget,
  ),
  'show-secrets': flag({
    group: REPORT,
    help: 'print secrets in full in the formats that are for you (text, json, jsonl, html, csv); without it they are redacted everywhere',
  }),
  quiet: flag({ group: REPORT, help: 'findings only: no summary, no progress' }),

  'no-cache': flag({
    group: GENERAL,
    help: 'read all of the history, and remember nothing of it; without it the next scan reads only what is new',
  }),
  'cache-dir': text({
    group: GENERAL,
    placeholder: 'DIR',
    help: 'remember what is known of the history in this folder, default keypetrel in the git folder',
  }),
  jobs: wholeNumber(1, { group: GENERAL, placeholder: 'N', help: 'how many files are read at once' }),
  'log-level': choice(LOG_LEVELS, {
    group: GENERAL,
    placeholder: 'LEVEL',
    help: 'messages on standard error, default warn; info and debug are JSON lines',
  }),
  ...GENERAL_OPTIONS,
} satisfies OptionTable;

/** What other commands share with a scan. */
const WHAT_IS_SCANNED = {
  files: SCAN_OPTIONS.files,
  staged: SCAN_OPTIONS.staged,
  history: SCAN_OPTIONS.history,
  range: SCAN_OPTIONS.range,
  'since-commit': SCAN_OPTIONS['since-commit'],
  stdin: SCAN_OPTIONS.stdin,
  'all-objects': SCAN_OPTIONS['all-objects'],
  include: SCAN_OPTIONS.include,
  exclude: SCAN_OPTIONS.exclude,
  'no-gitignore': SCAN_OPTIONS['no-gitignore'],
} satisfies OptionTable;

const WHAT_COUNTS = {
  'no-ignore': SCAN_OPTIONS['no-ignore'],
  'min-confidence': SCAN_OPTIONS['min-confidence'],
  ruleset: SCAN_OPTIONS.ruleset,
  rule: SCAN_OPTIONS.rule,
  'disable-rule': SCAN_OPTIONS['disable-rule'],
} satisfies OptionTable;

/** Options of `keypetrel explain`: those of a scan that say what is scanned, and what counts. */
export const EXPLAIN_OPTIONS = {
  ...WHAT_IS_SCANNED,
  config: SCAN_OPTIONS.config,
  baseline: SCAN_OPTIONS.baseline,
  ...WHAT_COUNTS,
  format: choice(['text', 'json'] as const, {
    group: REPORT,
    short: 'f',
    placeholder: 'FORMAT',
    help: 'format of the explanation, default text',
  }),
  quiet: flag({ group: REPORT, help: 'no progress' }),
  jobs: SCAN_OPTIONS.jobs,
  'log-level': SCAN_OPTIONS['log-level'],
  ...GENERAL_OPTIONS,
} satisfies OptionTable;

/** Options of `keypetrel baseline`: those of a scan that say what is scanned, and what counts. */
export const BASELINE_OPTIONS = {
  ...WHAT_IS_SCANNED,
  config: SCAN_OPTIONS.config,
  ...WHAT_COUNTS,
  quiet: flag({ group: REPORT, help: 'no words about what was written, no progress' }),
  'no-cache': SCAN_OPTIONS['no-cache'],
  'cache-dir': SCAN_OPTIONS['cache-dir'],
  jobs: SCAN_OPTIONS.jobs,
  'log-level': SCAN_OPTIONS['log-level'],
  ...GENERAL_OPTIONS,
} satisfies OptionTable;

/** Options of `keypetrel rules …`. */
export const RULES_OPTIONS = {
  config: text({
    group: RULES,
    short: 'c',
    placeholder: 'FILE',
    help: 'the rules as this configuration makes them; "rules check" tests those that it adds',
  }),
  format: choice(['text', 'json'] as const, {
    group: REPORT,
    short: 'f',
    placeholder: 'FORMAT',
    help: 'format of the output, default text',
  }),
  ...GENERAL_OPTIONS,
} satisfies OptionTable;

/** Options of `keypetrel hook …`. */
export const HOOK_OPTIONS = {
  'pre-commit': flag({ group: WHICH, help: 'only the hook that checks what a commit adds' }),
  'pre-push': flag({ group: WHICH, help: 'only the hook that checks what a push sends' }),
  global: flag({ group: WHICH, help: 'for all repositories of this user' }),
  baseline: text({
    group: RULES,
    short: 'b',
    placeholder: 'FILE',
    help: 'do not block for what is in this file, which "keypetrel baseline FILE" writes',
  }),
  ...GENERAL_OPTIONS,
} satisfies OptionTable;

/** The table of each command, by its name. */
export const OPTION_TABLES = {
  scan: SCAN_OPTIONS,
  baseline: BASELINE_OPTIONS,
  explain: EXPLAIN_OPTIONS,
  hook: HOOK_OPTIONS,
  rules: RULES_OPTIONS,
  help: GENERAL_OPTIONS,
} as const;

export type CommandName = keyof typeof OPTION_TABLES;
