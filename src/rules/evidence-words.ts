/** What evidence says, without what is filled in where it is found: `the host <host> stands near it`. */
export function inGeneral(says: string): string {
  return says.replace(/"?\{(\w+)\}"?/g, '<$1>');
}
