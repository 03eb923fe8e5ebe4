/** What detection needs of a regular expression. A `RegExp` is one; `src/rules/linear-regex.ts` makes another. */
export type Matcher = {
    test(text: string): boolean;
    [Symbol.matchAll](text: string): Iterable<{
        readonly 0: string;
        readonly index: number;
    }>;
};
/** Makes a matcher of a regular expression in JavaScript's notation. */
export type RegexCompiler = (source: string, flags: '' | 'g' | 'i') => Matcher;
/** JavaScript's own engine, which backtracks: for regexes that were checked when they were written. */
export declare const compileNative: RegexCompiler;
