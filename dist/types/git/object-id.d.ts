/** A full object id in lower-case hex: 40 characters for SHA-1, 64 for SHA-256 repositories. */
export type ObjectId = string & {
    readonly __brand: 'ObjectId';
};
/** The text as an object id, or null when it is none. */
export declare function parseObjectId(text: string): ObjectId | null;
