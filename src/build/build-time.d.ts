/** The version in `package.json`; the bundler and vitest put it in. */
declare const __KEYPETREL_VERSION__: string;

/** Stands for the code that decides what is found: see `sources-digest.ts`. The bundler and vitest put it in. */
declare const __KEYPETREL_SOURCES__: string;

/** The file, beside the chunks, that a thread which reads packs is started with; only the bundler puts it in. */
declare const __KEYPETREL_PACK_WORKER__: string | undefined;

/** The files in `rules/`, compiled when the bundle or the tests are built: see `rules-plugin.ts`. */
declare module 'virtual:keypetrel-rules' {
  type DetectionRule = import('../rules/rule-file.ts').DetectionRule;
  const compiledRules: import('../rules/rule-file.ts').CompiledRules<DetectionRule>;
  export default compiledRules;
}

/** The rest of what stands in those files, in the same order. */
declare module 'virtual:keypetrel-rule-texts' {
  const ruleTexts: readonly import('../rules/rule-parts.ts').RuleTexts[];
  export default ruleTexts;
}

/** The page of the HTML report, bundled when keypetrel or the tests are built: see `report-page-plugin.ts`. */
declare module 'virtual:keypetrel-report-page' {
  const reportPage: import('./report-page-plugin.ts').ReportPage;
  export default reportPage;
}
