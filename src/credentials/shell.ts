/** A text as one POSIX shell word that the shell takes literally. */
export function shellQuote(text: string): string {
  return /^[\w./@:^=+-]+$/.test(text) && !text.startsWith('-') && !text.startsWith('=')
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Paths as shell words that git takes literally too: behind `--`. */
export function pathWords(paths: readonly string[]): string {
  // git would read some names as patterns (gitglossary, "pathspec").
  return paths.map((path) => shellQuote(/[*?[\\]|^:/.test(path) ? `:(literal)${path}` : path)).join(' ');
}
