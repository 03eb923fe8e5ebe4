import type { Config } from './config.js';
/**
 * Reads a configuration, for `scan({ config })`, and tests the rules that it adds with their own examples.
 * @param path of a `.yaml`, `.yml`, `.json` or `.toml` file.
 * @throws {UserError} with file, line and what is wrong, one line for each problem.
 */
export declare function loadConfig(path: string): Promise<Config>;
