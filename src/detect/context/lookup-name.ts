/** How far before a value the look-up may stand that the value is the fallback of. */
const LOOKUP_REACH = 300;
const LOOKUP =
  /(?:getenv|environ(?:\.get)?|lookup_?env|env::var|\benv(?:\.get|\.fetch)?|environment_?variable)[\s([]{1,3}["'`]([A-Za-z][\w.\-:]{2,80})["'`]/gi;
/** Names that a look-up alone is no reason to take for the name of a value: endpoints, regions. */
const NAME_OF_SECRET = /key|token|secret|credential|passw|pwd/i;

/**
 * `if v, ok := os.LookupEnv("NAME"); !ok { v = VALUE`: the variable whose fallback a value is, when nothing else names
 * it, or the variable that it is put into and that was looked up. Null when another text stands between the two.
 */
export function fallbackName(before: string, name: string): string | null {
  const reach = before.slice(-LOOKUP_REACH);
  const lookup = [...reach.matchAll(LOOKUP)].at(-1);
  if (lookup?.[1] === undefined || !NAME_OF_SECRET.test(lookup[1])) return null;
  const between = reach.slice(lookup.index + lookup[0].length).replace(/""|''/g, '');
  if (/["'`]|\n\s*\n/.test(between)) return null;
  const line = reach.slice(reach.lastIndexOf('\n', lookup.index) + 1, lookup.index);
  return name === '' || line.split(/[^\w$]+/).includes(name) ? lookup[1] : null;
}
