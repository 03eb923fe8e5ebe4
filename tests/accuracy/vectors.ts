/**
 * Single keys, `[{kind, key, checksum_valid, note?}]`, as `vectors.json` has them: each is scanned alone, without
 * a name or a host, and has to be taken for what it is.
 */
import { detect } from '../../src/detect/detect.ts';
import type { Engine } from '../../src/detect/engine.ts';

export type Vector = {
  readonly kind: string;
  readonly key: string;
  readonly checksum_valid: boolean;
  readonly note?: string;
};

/** Kinds, the family that they belong to, and the rule that a key of the kind is when its checksum holds. */
const KINDS: readonly (readonly [kind: RegExp, family: string, rule: RegExp])[] = [
  [/^unclassified-annotated/, 'azure-annotated-key', /^azure-annotated-key$/],
  [/^azure-app-?conf.*-annotated/, 'azure-annotated-key', /^azure-app-configuration-key$/],
  [/^azure-devops.*-annotated/, 'azure-annotated-key', /^azure-devops-token$/],
  [/^azure-(?:sql|maps|fluid|mixed|comm|event).*-annotated/, 'azure-annotated-key', /./],
  [/^azure-apim-(?:direct|management)/, 'azure-api-management-key', /-direct-key$/],
  [/^azure-apim-sub/, 'azure-api-management-key', /-subscription-key$/],
  [/^azure-apim-gateway/, 'azure-api-management-key', /-gateway-key$/],
  [/^azure-apim-repo/, 'azure-api-management-key', /-repository-key$/],
  [/^azure-(?:service-?bus|sb)/, 'azure-messaging-key', /^azure-service-bus-key$/],
  [/^azure-event-?hubs?/, 'azure-messaging-key', /^azure-event-hubs-key$/],
  [/^azure-relay/, 'azure-messaging-key', /^azure-relay-key$/],
  [/^azure-search-admin/, 'azure-search-key', /^azure-search-admin-key$/],
  [/^azure-search-query/, 'azure-search-key', /^azure-search-query-key$/],
  [/^azure-functions?/, 'azure-functions-key', /^azure-functions-(?:function|master|system)-key$/],
  [/^azure-(?:acr|container-registry)/, 'azure-container-registry-key', /./],
  [/^azure-event-?grid/, 'azure-event-grid-key', /./],
  [/^azure-iot/, 'azure-iot-key', /./],
  [/^azure-cosmos/, 'azure-cosmos-key', /./],
  [/^azure-(?:ml|machine)/, 'azure-ml-classic-key', /./],
  [/^azure-storage/, 'azure-storage-key', /./],
  [/^azure-batch/, 'azure-batch-key', /./],
  [/^azure-redis/, 'azure-redis-key', /./],
  [/^entra-client-secret/, 'azure-entra-client-secret', /./],
];

/** Reads a file of vectors. */
export function readVectors(json: string): Vector[] {
  return JSON.parse(json) as Vector[];
}

/**
 * What is wrong with how a key is taken; null when it is taken for what it is. A key whose checksum holds is proven,
 * in whole, as its kind; one whose checksum does not hold is not, nor is it any other kind of key. That a near miss
 * is reported, at a lower confidence, is as it should be: the detection policy says so.
 */
export function vectorProblem(engine: Engine, vector: Vector): string | null {
  const kind = kindOf(vector.kind);
  if (kind === null) return 'no rule is known for this kind';
  const found = detect(engine, Buffer.from(vector.key));
  const other = found.find(({ family }) => family !== kind.family);
  if (other) return `taken for ${other.rule}`;
  const proven = found.filter(({ checksum }) => checksum === 'valid');
  if (!vector.checksum_valid) return proven.length > 0 ? 'proven, though its checksum does not hold' : null;
  const [first] = proven;
  if (first === undefined || found.length > 1)
    return `${found.length} findings, ${proven.length} of them proven`;
  if (!kind.rule.test(first.rule)) return `taken for ${first.rule}`;
  return first.secret === vector.key ? null : 'found in part only';
}

function kindOf(name: string): { readonly family: string; readonly rule: RegExp } | null {
  const known = KINDS.find(([kind]) => kind.test(name));
  if (known) return { family: known[1], rule: known[2] };
  const service = /^azure-(.+)-annotated$/.exec(name)?.[1];
  return service === undefined
    ? null
    : { family: 'azure-ai-key', rule: new RegExp(`^azure-${service}-key$`) };
}
