import { indentLabels } from './enclosing.ts';

/** The name of a value that is called just "value": it stands beside it or around it. */

/** Members that hold a name. */
const NAME_MEMBER =
  /["']?\b(?:key|name|id|k|header|variable|field|setting|label|title|env_?var|(?:variable|header|param|parameter|option|setting|config)_?(?:name|key))["']?[ \t]{0,40}[:=][ \t]{0,40}["']?([\w.\-:]{2,80})/gi;
const SIBLING_REACH = 250;

/** `"key": "api-key", "value": VALUE`, in either order; `<add key="ApiKey" value=`; `<key>Name</key><string>`. */
export function siblingName(before: string, after: string): string | null {
  const element =
    /<(?:key|name|id|td|th|dt)>\s{0,4}([\w.\-: ]{2,80})\s{0,4}<\/\w{2,4}>\s{0,20}<\w{1,20}>$/.exec(before);
  if (element) return element[1] ?? null;
  const scope = before.slice(
    Math.max(0, before.lastIndexOf('{'), before.lastIndexOf('<'), before.length - SIBLING_REACH),
  );
  return (
    [...scope.matchAll(NAME_MEMBER)].at(-1)?.[1] ??
    surroundingElement(before) ??
    conditionName(after) ??
    [...ownMembers(after).matchAll(NAME_MEMBER)][0]?.[1] ??
    null
  );
}

/** What follows a value up to the end of what it stands in. */
function ownMembers(after: string): string {
  const behind = after.slice(0, SIBLING_REACH);
  const end = behind.search(/[}>;]/);
  return end < 0 ? '' : behind.slice(0, end);
}

/** `<set-header name="api-key"><value>VALUE`, also with a comment between the two. */
function surroundingElement(before: string): string | null {
  return (
    /<[\w:.-]{1,40}\s[^<>]{0,200}?\b(?:name|key|id)\s?=\s?["']([\w.\-: ]{2,80})["'][^<>]{0,200}>\s{0,80}(?:<!--[^<>]{0,200}-->\s{0,80})?<[\w:.-]{1,40}>$/.exec(
      before,
    )?.[1] ?? null
  );
}

/** `SET value = VALUE WHERE name = 'azure_openai_key'`. */
function conditionName(after: string): string | null {
  return (
    /^["'`]?\s{1,20}where\s{1,20}[\w."`[\]]{1,60}\s{0,4}(?:=|like)\s{0,4}N?["']([\w.\-: ]{2,80})["']/i.exec(
      after.slice(0, SIBLING_REACH),
    )?.[1] ?? null
  );
}

/** The label of the YAML block that the last line is indented under. */
export function blockName(before: string): string | null {
  return indentLabels(before)[0] ?? null;
}
