/**
 * Modules of Node's own that take a millisecond or two to load and that most scans never call: loaded with the first
 * call.
 */
export function lazyCrypto(): typeof import('node:crypto') {
  return process.getBuiltinModule('node:crypto');
}

export function lazyZlib(): typeof import('node:zlib') {
  return process.getBuiltinModule('node:zlib');
}
