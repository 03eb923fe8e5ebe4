import { defineConfig } from 'vitest/config';
import { readManifest } from './src/build/package-manifest.ts';
import { buildTimeConstants, buildTimeModules } from './src/build/rolldown-options.ts';

const root = import.meta.dirname;
const { version } = await readManifest(root);
/** Where `.ci/run` wants the results as JSON, to count them. */
const jsonReport = process.env.KEYPETREL_TEST_REPORT;

export default defineConfig({
  plugins: buildTimeModules(root),
  define: buildTimeConstants(root, version),
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/e2e/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...(jsonReport !== undefined && { reporters: ['default', 'json'], outputFile: { json: jsonReport } }),
  },
});
