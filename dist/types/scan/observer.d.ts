import type { SightedCredential } from '../credentials/collector.js';
import type { PlacedSighting } from '../credentials/group.js';
import type { SuppressResult } from '../credentials/suppress.js';
import type { Engine } from '../detect/engine.js';
import type { Judgement } from '../detect/judgement.js';
import type { Content, Emit } from '../sources/source.js';
/** Watches a scan from within, where secrets are in clear: for explaining what came of it, and why. */
export type ScanObserver = {
    /** Gets each judgement. @param bytes what was judged: the content's, or what was decoded from it. */
    judged(judgement: Judgement, bytes: Uint8Array, content: Content): void;
    /**
     * Gets what was found, of every confidence.
     * @param result what of it is reported and what is not, and why.
     * @param standing what was found and is not among `all`, because it stood there before what is scanned.
     */
    placed(all: readonly PlacedSighting[], result: SuppressResult, standing: readonly SightedCredential[]): void;
};
/** The engine as it is observed, and what notes which content it is looking at. */
export declare function watched(engine: Engine, observer: ScanObserver | null): {
    readonly engine: Engine;
    readonly emitting: (emit: Emit) => Emit;
};
