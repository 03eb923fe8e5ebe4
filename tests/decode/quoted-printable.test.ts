/** Keys in mails that are written in quoted-printable. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIn } from '../support/engine.ts';
import { key } from '../support/keys.ts';

const HEADERS = 'Subject: access\nContent-Transfer-Encoding: quoted-printable\n\n';

test('a key is found wherever a line is broken, and whatever is encoded', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('azure-legacy-key', 'azure-openai-key', 'openai-project-key', 'azure-storage-key'),
      fc.integer({ min: 1, max: 100_000 }),
      fc.nat(200),
      fc.constantFrom('\n', '\r\n'),
      (of, n, cut, newline) => {
        const secret = key(of, n);
        const at = cut % secret.length;
        const written = `${secret.slice(0, at)}§${secret.slice(at)}`
          .replaceAll('=', '=3D')
          .replace('§', `=${newline}`);
        const before = `${HEADERS}The caf=C3=A9's AZURE_OPENAI_API_KEY=3D`;
        const content = `${before}${written}${newline}https://mail.openai.azure.com${newline}`;
        const [found, ...others] = findIn(content, 'mail.eml');
        expect(others).toEqual([]);
        expect(found?.secret).toBe(secret);
        const start = at === 0 ? before.length + newline.length + 1 : before.length;
        expect(found?.start).toBe(start);
        expect(content.slice(found?.start, found?.end)).toBe(
          content.slice(start, before.length + written.length),
        );
      },
    ),
  );
});

test('what only looks so is left alone', () => {
  const half = key('azure-legacy-key', 1);
  expect(findIn(`AZURE_OPENAI_API_KEY=${half.slice(0, 16)}=\n${half.slice(16)}\n`)).toEqual([]);
});
