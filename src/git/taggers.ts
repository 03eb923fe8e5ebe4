import { headerOf, readObjectHeaders } from './object-headers.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import type { GitOptions, GitPlace } from './process.ts';

/** Who made a tag, and of what. */
export type Tagger = {
  /** The commit that it tags, or null when that is something else. */
  readonly commit: ObjectId | null;
  /** The tag that it tags, or null when that is something else. */
  readonly tag: ObjectId | null;
  readonly name: string | null;
  readonly email: string | null;
  /** ISO 8601. */
  readonly date: string | null;
};

/** Reads the headers of tag objects; tags that cannot be read are left out. */
export async function readTaggers(
  place: GitPlace,
  tags: readonly ObjectId[],
  options: GitOptions = {},
): Promise<Map<ObjectId, Tagger>> {
  const taggers = new Map<ObjectId, Tagger>();
  if (tags.length === 0) return taggers;
  const onHeader = (oid: ObjectId, header: string) =>
    void taggers.set(oid, parseTag(Buffer.from(header, 'latin1').toString()));
  await readObjectHeaders(place, tags, onHeader, options);
  return taggers;
}

/** Parses a tag object: header lines, an empty line, the message. */
export function parseTag(text: string): Tagger {
  const header = headerOf(text);
  const line = (name: string): string => new RegExp(`^${name} (.*)$`, 'm').exec(header)?.[1] ?? '';
  const { name, email, date } = parsePerson(line('tagger'));
  const object = parseObjectId(line('object'));
  const commit = line('type') === 'commit' ? object : null;
  const tag = line('type') === 'tag' ? object : null;
  return { commit, tag, name, email, date };
}

type Person = Pick<Tagger, 'name' | 'email' | 'date'>;

/** `Name <address> seconds zone`. Cut at its brackets: a regex would take long over a line of nothing but brackets. */
function parsePerson(text: string): Person {
  const open = text.indexOf('<');
  const close = text.indexOf('>', open);
  const [, seconds, zone = ''] = /^ (\d{1,12}) ([+-]\d{4})$/.exec(text.slice(close + 1)) ?? [];
  if (open === -1 || close === -1 || seconds === undefined) return { name: null, email: null, date: null };
  const name = text.slice(0, open).replace(/ $/, '');
  return { name, email: text.slice(open + 1, close), date: toIso(Number(seconds), zone) };
}

/** The time in the zone in which it was written, as git prints `%aI`. */
function toIso(seconds: number, zone: string): string | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const local = new Date((seconds + offset * 60) * 1000);
  if (Number.isNaN(local.getTime())) return null;
  return `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}
