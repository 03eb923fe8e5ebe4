import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/credentials/report.ts';
import { type EmbeddedReport, fromEmbedded } from '../../../src/report/html/embedded.ts';
import { renderHtml } from '../../../src/report/html.ts';
import { anyText, DANGEROUS } from '../dangerous-text.ts';
import { hostileReport } from '../hostile-report.ts';
import { makeReport } from '../make-report.ts';
import { manyCredentials } from './many-credentials.ts';

const html = (report: Report): string => [...renderHtml(report)].join('');

/** What stands between two marks that are there once. */
function between(text: string, start: string, end: string): string {
  const parts = text.split(start);
  expect(parts, start).toHaveLength(2);
  return parts[1]?.split(end)[0] ?? '';
}

const DATA = '<script type="application/json" id="report">';

describe('the HTML report', () => {
  it('weighs less than 80 kB without data', () => {
    expect(Buffer.byteLength(html(makeReport()))).toBeLessThan(80_000);
  });

  it('allows its own script and style, and nothing else', () => {
    const text = html(makeReport());
    const policy = between(text, 'http-equiv="Content-Security-Policy" content="', '"');
    const hash = (source: string): string => createHash('sha256').update(source).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash(between(text, '<script>', '</script>'))}'`,
      `style-src 'sha256-${hash(between(text, '<style>', '</style>'))}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it('names nothing that a browser would fetch, and has no style or handler in its markup', () => {
    const text = html(makeReport());
    const addresses = [...text.matchAll(/\b(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !/^(?:#|data:image\/svg\+xml;base64,)/.test(address ?? ''))).toEqual(
      [],
    );
    expect(text.match(/https?:\/\/[^"'`\s)]+/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(text).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)=/);
    expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/);
  });

  it('holds the whole report', () => {
    const report = makeReport({ credentials: manyCredentials(50) });
    const embedded = JSON.parse(between(html(report), DATA, '</script>')) as EmbeddedReport;
    expect(fromEmbedded(embedded)).toEqual(report);
    // Advice and code that many have in common are there once.
    expect(embedded.texts.length).toBeLessThan(100);
  });

  it('keeps what a hostile repository wrote inside its data, and gives it back as it was', () => {
    const frame = html(hostileReport('')).split(DATA)[1]?.split('</script>').length;
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('</script>', '<!--', '<script', '\u2028')), (text) => {
        const report = hostileReport(text);
        const [, rest = ''] = html(report).split(DATA);
        expect(rest.split('</script>')).toHaveLength(frame ?? 0);
        const [data = ''] = rest.split('</script>');
        expect(data).not.toContain('<');
        expect(data.replaceAll('\n', '')).not.toMatch(DANGEROUS);
        expect(fromEmbedded(JSON.parse(data) as EmbeddedReport)).toEqual(report);
      }),
    );
  });

  it('says the result also where scripts do not run', () => {
    expect(html(makeReport())).toContain('<noscript><p class="noscript">No credentials found. ');
    const incomplete = makeReport({ credentials: manyCredentials(1200), coverage: { complete: false } });
    expect(html(incomplete)).toContain('1,200 credentials found, and the scan is incomplete. ');
  });

  it('comes in pieces of one credential', () => {
    expect([...renderHtml(makeReport({ credentials: manyCredentials(50) }))].length).toBeGreaterThan(50);
  });
});
