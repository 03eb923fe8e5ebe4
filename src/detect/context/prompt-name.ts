/** How many lines above a value, blank ones not counted, the prompt may stand. */
const MOST_LINES = 2;
/** The prompts of Python, IPython, Ruby, Node.js, PowerShell and shells, and what was typed at them. */
const PROMPT =
  /^\s*(?:>>>|\.\.\.|>|In ?\[\d*\]:|(?:irb|pry)[^>\n]{0,40}>|PS [^>\n]{0,100}>|[\w.@~:/\\[\]() -]{0,80}[$#%])\s{1,4}(.{2,400})$/;
/** What was asked for: an environment variable, what `print` and `echo` were given, a secret by its name, or an expression. */
const ASKED: readonly RegExp[] = [
  /(?:getenv|environ(?:\.get)?|GetEnvironmentVariable|\bENV)[\s([]{1,3}["'`](\w{3,80})/,
  /\b(?:printenv|echo|Write-(?:Host|Output))\s{1,4}["']?\$\{?(?:env:)?(\w{3,80})/i,
  /\bprintenv\s{1,4}(\w{3,80})/,
  /^\$(?:env:)?(\w{3,80})$/i,
  /\b(?:secret|variable|parameter)\b.{0,80}\s--?(?:name|n)[ =]["']?([\w.-]{3,80})/i,
  /\bcat\s{1,4}(?:[\w.~/-]{0,80}\/)?([\w.-]{3,80})$/,
  /\b(?:print|puts|p|console\.log|pp)[\s(]{1,2}([A-Za-z_][\w.]{2,80})\s?\)?;?$/,
  /^([A-Za-z_][\w.]{2,80})$/,
];

/**
 * The name of a value that answers what was typed at a prompt: `>>> settings.azure_openai_key`; else empty.
 * @param above the lines above the value's own, escapes blanked.
 */
export function promptedName(above: string): string {
  const lines = above.slice(-1000).split('\n');
  let seen = 0;
  while (lines.length > 0 && seen < MOST_LINES) {
    const line = (lines.pop() ?? '').trimEnd();
    if (line === '') continue;
    seen++;
    const typed = PROMPT.exec(line)?.[1];
    if (typed === undefined) continue;
    for (const pattern of ASKED) {
      const name = pattern.exec(typed)?.[1];
      if (name !== undefined) return name;
    }
    return '';
  }
  return '';
}

/** How many lines above an answer the question may stand. */
const MOST_ANSWERS = 3;
/** `[12.03.24, 10:12:40] Bob: `, `<bob> `, `**Bob:** `: who says something, and when. */
const SPEAKER =
  /^[\s[(]{0,3}(?:[\d.,:/ -]{4,30}(?:[AP]M)?[\])\s-]{1,4})?(?:[*_]{0,2}[A-Za-z@][\w .@-]{0,40}:[*_]{0,2}|<[\w .@-]{1,40}>)\s/;
/** `the azure openai key`: what is called a key, in a sentence. */
const CALLED_KEY = /((?:[A-Za-z][\w-]{1,30}\s){1,4}keys?)\b(?![^\n]{0,200}\bkeys?\b)/i;
/** `the key for azure openai`. */
const KEY_OF =
  /\bkeys?\s(?:for|of|to|in|from)\s(?:(?:the|our|my|your|this)\s)?([A-Za-z][\w-]{1,30}(?:\s[A-Za-z][\w-]{1,30}){0,2})/i;

/**
 * What somebody asked for whose answer is a value: `the azure openai key`; else empty.
 * @param above the lines above the value's own, and `lineBefore` what stands before it in its own.
 */
export function askedName(above: string, lineBefore: string): string {
  const isAnswer = SPEAKER.test(lineBefore) && lineBefore.replace(SPEAKER, '').trim() === '';
  if (!isAnswer && lineBefore.trim() !== '') return '';
  const lines = above
    .slice(-1000)
    .split('\n')
    .filter((line) => !/^(?:```\w{0,20})?$/.test(line.trim()))
    .slice(isAnswer ? -MOST_ANSWERS : -1)
    .filter((line) => !isAnswer || SPEAKER.test(line))
    .map((line) => line.replace(SPEAKER, ''))
    .filter((line) => !/[={}"<>]/.test(line));
  for (const line of lines.reverse()) {
    const sentence = line.slice(0, 300);
    const owner = KEY_OF.exec(sentence)?.[1];
    const name = owner === undefined ? CALLED_KEY.exec(sentence)?.[1] : `${owner} key`;
    if (name !== undefined) return name;
  }
  return '';
}
