/** The version in `package.json`, put in when keypetrel is bundled. */
export const TOOL_VERSION: string = __KEYPETREL_VERSION__;
