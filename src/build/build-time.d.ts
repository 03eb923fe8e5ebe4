/** The version in `package.json`; the bundler and vitest put it in. */
declare const __KEYPETREL_VERSION__: string;

/** The files in `rules/`, compiled when the bundle or the tests are built: see `rules-plugin.ts`. */
declare module 'virtual:keypetrel-rules' {
  /** What `compileRuleFiles` returned for all files in `rules/`. */
  const compiledRules: unknown;
  export default compiledRules;
  /** SHA-256 in hex over the compiled rules as canonical JSON: the same on every machine. */
  export const rulesDigest: string;
}
