#!/usr/bin/env bash
# Makes the prebuilt fuzzer of Jazzer.js load on systems with a glibc older than 2.38, such as Debian 12.
# It needs three symbols of newer libraries, each of which the older ones have under another name or do not need.
# Changes node_modules only. Needs gcc and patchelf.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../node_modules/@jazzer.js/fuzzer/prebuilds"

gcc -shared -fPIC -O2 -o libkeypetrel-glibc.so -x c - <<'C'
#include <stdlib.h>
long __isoc23_strtol(const char *text, char **end, int base) { return strtol(text, end, base); }
unsigned long __isoc23_strtoul(const char *text, char **end, int base) { return strtoul(text, end, base); }
/* Makes sure that std::cout and friends are there; a libstdc++ from before GCC 13 does so by itself. */
void _ZSt21ios_base_library_initv(void) {}
C
addon="fuzzer-linux-$(node -p process.arch).node"
# One option a call: patchelf 0.14 mixes up the values of several.
for symbol in __isoc23_strtol __isoc23_strtoul _ZSt21ios_base_library_initv; do
  patchelf --clear-symbol-version "$symbol" "$addon"
done
patchelf --set-rpath '$ORIGIN' "$addon"
patchelf --add-needed libkeypetrel-glibc.so "$addon"

# Nothing needs these versions any more; marked as weak (bit 2 of the flags behind the hash of their name), they may lack.
node - "$addon" <<'JS'
const { readFileSync, writeFileSync } = require('node:fs');
const file = process.argv[2];
const bytes = readFileSync(file);
const elfHash = (name) => {
  let hash = 0;
  for (const character of name) {
    hash = ((hash << 4) >>> 0) + character.charCodeAt(0);
    const high = hash & 0xf0000000;
    if (high !== 0) hash ^= high >>> 24;
    hash = (hash & ~high) >>> 0;
  }
  return hash;
};
for (const version of ['GLIBC_2.38', 'GLIBCXX_3.4.32']) {
  const hash = Buffer.alloc(4);
  hash.writeUInt32LE(elfHash(version));
  const at = bytes.indexOf(hash);
  if (at === -1) throw new Error(`${version} is not needed`);
  bytes[at + 4] |= 2;
}
writeFileSync(file, bytes);
JS
