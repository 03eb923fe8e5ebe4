import { describe, expect, it } from 'vitest';
import { InlineMarks } from '../../src/credentials/inline-marks.ts';

/** What is said of `SECRET` in a text. */
function markIn(text: string, encoding: BufferEncoding = 'utf8'): string | null {
  const bytes = Buffer.from(text, encoding);
  const start = bytes.indexOf(Buffer.from('SECRET', encoding));
  return new InlineMarks(bytes).at(start, start + Buffer.from('SECRET', encoding).length);
}

describe('a mark', () => {
  it.each([
    ['KEY=SECRET # keypetrel:allow', 'keypetrel:allow'],
    ['KEY=SECRET # keypetrel:allow made up for the docs\nmore', 'keypetrel:allow'],
    ['/* keypetrel:allow */ key = "SECRET"', 'keypetrel:allow'],
    ['KEY=SECRET # gitleaks:allow', 'gitleaks:allow'],
    ['KEY=SECRET # betterleaks:allow', 'betterleaks:allow'],
    ['KEY=SECRET # trufflehog:ignore', 'trufflehog:ignore'],
    ['KEY=SECRET # kingfisher:ignore', 'kingfisher:ignore'],
    ['KEY=SECRET # pragma: allowlist secret', 'pragma: allowlist secret'],
    ['KEY=SECRET # pragma:whitelist secret', 'pragma:whitelist secret'],
    ['KEY=SECRET // secretlint-disable-line', 'secretlint-disable-line'],
    ['# pragma: allowlist nextline secret\nKEY=SECRET', 'pragma: allowlist nextline secret'],
    ['\r\n// secretlint-disable-next-line\r\nKEY=SECRET\r\n', 'secretlint-disable-next-line'],
    ['/* secretlint-disable */\n\nKEY=SECRET\n', 'secretlint-disable'],
    ['# secretlint-disable\n# secretlint-enable\n# secretlint-disable\nSECRET', 'secretlint-disable'],
    ['<!-- secretlint-disable -->\nSECRET', 'secretlint-disable'],
  ])('allows what it is about: %j', (text, mark) => {
    expect(markIn(text)).toBe(mark);
  });

  it.each([
    'KEY=SECRET',
    'KEY=SECRET # keypetrel:allowed',
    'KEY=SECRET # xkeypetrel:allow',
    '# keypetrel:allow\nKEY=SECRET',
    'KEY=SECRET\n# keypetrel:allow',
    '# pragma: allowlist secret\nKEY=SECRET',
    '# pragma: allowlist nextline secret\n\nKEY=SECRET',
    'KEY=SECRET # pragma: allowlist nextline secret',
    '// secretlint-disable-line\nKEY=SECRET',
    '// secretlint-disable\n// secretlint-enable\nKEY=SECRET',
    'KEY=SECRET\n// secretlint-disable',
    'Write secretlint-disable into a comment.\nKEY=SECRET',
  ])('allows nothing else: %j', (text) => {
    expect(markIn(text)).toBeNull();
  });

  it.each(['utf16le', 'latin1'] as const)('is read in %s', (encoding) => {
    expect(markIn('a\nKEY=SECRET # gitleaks:allow\nb', encoding)).toBe('gitleaks:allow');
    expect(markIn('a # gitleaks:allow\nKEY=SECRET\nb', encoding)).toBeNull();
  });

  it('is looked for near the secret, and takes its time once', () => {
    const secrets = 20_000;
    const bytes = Buffer.from(
      `// secretlint-disable ${'secretlint-disable '.repeat(50_000)}${'SECRET '.repeat(secrets)}`,
    );
    const marks = new InlineMarks(bytes);
    const start = performance.now();
    for (let each = 0; each < secrets; each++) {
      const at = bytes.length - 7 * (each + 1);
      expect(marks.at(at, at + 6)).toBe('secretlint-disable');
    }
    // A second or so; each time from the beginning would be minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
