import type { Config } from './config.ts';

/**
 * Reads a configuration, for `scan({ config })`, and tests the rules that it adds with their own examples.
 * @param path of a `.yaml`, `.yml`, `.json` or `.toml` file.
 * @throws {UserError} with file, line and what is wrong, one line for each problem.
 */
export async function loadConfig(path: string): Promise<Config> {
  // Most programs that scan have none: parsers and schemas are loaded with the first one.
  const { loadConfig: load } = await import('./load-config.ts');
  return load(path);
}
