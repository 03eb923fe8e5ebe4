import { UserError } from '../errors.ts';

/** Decides by its path, relative to the scanned root and with `/`, whether something is to be scanned. */
export type PathFilter = (path: string) => boolean;

export type PathGlobs = {
  /** When there are any, only what one of them matches. */
  readonly include?: readonly string[] | undefined;
  /** Never what one of these matches. */
  readonly exclude?: readonly string[] | undefined;
  /** What stands before each path that is asked about: where a nested repository lies in the scanned one. */
  readonly prefix?: string | undefined;
};

/**
 * Compiles `--include` and `--exclude`. Globs are those of `.gitignore`, which users know: `*.lock` at any
 * depth, `docs/` and all below it, `/src/*.ts` from the root; braces (`*.{js,ts}`) are expanded.
 * @throws UserError for an empty glob.
 */
export async function createPathFilter({
  include = [],
  exclude = [],
  prefix = '',
}: PathGlobs): Promise<PathFilter> {
  if (include.length === 0 && exclude.length === 0) return () => true;
  const { default: createMatcher } = await import('ignore');
  const compile = (globs: readonly string[], option: string): PathFilter => {
    const matcher = createMatcher({ ignorecase: false, allowRelativePaths: true });
    matcher.add(globs.flatMap((glob) => toPatterns(glob, option)).map((pattern) => ({ pattern })));
    return (path) => matcher.ignores(path);
  };
  const isIncluded = include.length === 0 ? () => true : compile(include, '--include');
  const isExcluded = exclude.length === 0 ? () => false : compile(exclude, '--exclude');
  return (path) => isIncluded(prefix + path) && !isExcluded(prefix + path);
}

function toPatterns(glob: string, option: string): string[] {
  if (glob.trim() === '') throw new UserError(`${option} needs a glob, for example ${option} '*.lock'`);
  const problem = globProblem(glob);
  if (problem !== null) throw new UserError(`${option}: "${glob}" is no glob: ${problem}`);
  // A glob is no line of a file: what starts a comment or a negation there is a name here. `./` means the root.
  return expandBraces(glob).map((each) => each.replace(/^\.\//, '/').replace(/^[#!]/, '\\$&'));
}

/** What would make a pattern match nothing, without a word. */
function globProblem(glob: string): string | null {
  const withoutEscapes = glob.replace(/\\./gs, '');
  if (withoutEscapes.endsWith('\\')) return 'it ends with "\\", behind which something has to stand';
  return hasOpenBracket(withoutEscapes)
    ? 'the bracket is not closed (a "[" in a name is written "\\[")'
    : null;
}

function hasOpenBracket(glob: string): boolean {
  for (let open = glob.indexOf('['); open !== -1; ) {
    const first = '!^'.includes(glob.charAt(open + 1)) ? open + 2 : open + 1;
    // Right behind the opening bracket, the other one stands for itself.
    const close = glob.indexOf(']', first + 1);
    if (close === -1) return true;
    open = glob.indexOf('[', close);
  }
  return false;
}

const MAX_ALTERNATIVES = 1000;

/** `a{b,c}` as `ab`, `ac`; innermost braces first, and braces without a comma stay as they are. */
function expandBraces(glob: string): string[] {
  let expanded = [glob];
  for (let round = 0; round < 20; round += 1) {
    const next = expanded.flatMap((each) => {
      const group = /\{([^{}]*,[^{}]*)\}/.exec(each);
      if (group === null) return [each];
      const [text, alternatives = ''] = group;
      const before = each.slice(0, group.index);
      const after = each.slice(group.index + text.length);
      return alternatives.split(',').map((alternative) => `${before}${alternative}${after}`);
    });
    if (next.length > MAX_ALTERNATIVES) throw new UserError('a glob has too many alternatives in braces');
    if (next.length === expanded.length && next.every((each, index) => each === expanded[index])) break;
    expanded = next;
  }
  return expanded;
}
