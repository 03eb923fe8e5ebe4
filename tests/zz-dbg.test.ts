import fc from 'fast-check';
import { test } from 'vitest';
import { embeddedCredentials } from '/work/main/tests/detect/embedding/credentials.ts';
import { embed, scan } from '/work/main/tests/detect/embedding/embed.ts';
import { VALUE_ENCODINGS } from '/work/main/tests/detect/embedding/encodings.ts';
import { TEMPLATES } from '/work/main/tests/detect/embedding/templates.ts';
import { appendFileSync } from 'node:fs';
const only = process.env.ONLY;
test('x', () => {
  let seed = 7; const rnd = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff);
  const stats = new Map<string, number>(); 
  for (const enc of VALUE_ENCODINGS) {
    if (only && !enc.id.includes(only)) continue;
    const shown = new Map<string, number>();
    for (const c of embeddedCredentials()) for (const t of TEMPLATES) {
      if (!enc.fits(t, c.sample)) continue;
      for (let r = 0; r < Number(process.env.REP ?? 3); r++) {
        const n = 1 + rnd() % 90000, way = rnd() % 10000;
        const file = embed(c, t, enc, n, way);
        const found = scan(file.path, Buffer.from(file.text));
        const ok = JSON.stringify(found) === JSON.stringify([file.expected]);
        const k = `${enc.id}`; stats.set(k + (ok ? ' ok' : ' BAD'), (stats.get(k + (ok ? ' ok' : ' BAD')) ?? 0) + 1);
        if (!ok) { const kk = `${c.sample}`; const m = shown.get(kk) ?? 0; shown.set(kk, m + 1); if (m < 1) appendFileSync('/tmp/embdbg.txt', `## ${enc.id} | ${c.sample} | ${t.id} n=${n} way=${way}\n${file.text}\n expected ${JSON.stringify(file.expected)}\n found ${JSON.stringify(found)}\n`); }
      }
    }
    appendFileSync('/tmp/embdbg.txt', `== ${enc.id} fails by sample: ${[...shown].map(([a, b]) => a + ':' + b).join(' ')}\n`);
  }
  appendFileSync('/tmp/embdbg.txt', [...stats].map(([a, b]) => `${a}: ${b}`).join('\n'));
}, 600000);
