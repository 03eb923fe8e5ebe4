/** A JSON Schema as it was read. */
export type JsonSchema = { readonly [key: string]: unknown };

const FOREIGN_REFERENCE = /^([\w-]+\.schema\.json)(#\/definitions\/.+)$/;

/**
 * Takes the definitions of other schemas that a schema refers to (`rule.schema.json#/definitions/id`) into it: an
 * editor that is given one address has to find everything there.
 * @param others by the name of their file.
 * @returns the schema itself when it refers to no other.
 */
export function selfContained(schema: JsonSchema, others: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const named = new Set<string>();
  const { definitions = {}, ...rest } = withLocalReferences(schema, named) as JsonSchema;
  if (named.size === 0) return schema;
  const merged = { ...(definitions as object) };
  for (const name of named) {
    const taken = others.get(name)?.['definitions'];
    if (taken === undefined) throw new Error(`a schema refers to ${name}, which has no definitions`);
    const twice = Object.keys(taken as object).find((each) => Object.hasOwn(merged, each));
    if (twice !== undefined) throw new Error(`the definition ${twice} of ${name} has a name that is taken`);
    Object.assign(merged, taken);
  }
  return { ...rest, definitions: merged };
}

/** @param named gets the files that were referred to. */
function withLocalReferences(value: unknown, named: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withLocalReferences(item, named));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => {
    const [, file, place] = key === '$ref' ? (FOREIGN_REFERENCE.exec(String(item)) ?? []) : [];
    if (file !== undefined) named.add(file);
    return [key, place ?? withLocalReferences(item, named)];
  });
  return Object.fromEntries(entries);
}
