import type { Engine } from './engine.js';
import type { Finding } from './finding.js';
/**
 * Finds credentials in one content. Pure: bytes, a path as a hint, and rules in; findings out, of every
 * confidence, sorted by place, none overlapping another.
 */
export declare function detect(engine: Engine, bytes: Uint8Array, path?: string): Finding[];
