import { expect, it } from 'vitest';
import { DANGEROUS } from '../../dangerous-text.ts';
import { hostileReport } from '../../hostile-report.ts';
import { makeReport } from '../../make-report.ts';
import { jsonOf, type TestBrowser } from './browser.ts';

/** Each report holds one of them in every field that a repository has a say in. */
const HOSTILE: readonly string[] = [
  '<img src=http://127.0.0.1:9/x onerror=alert(1)><!--<script>"><svg onload=alert(2)>',
  '</script></style></textarea><script>alert(3)</script><style>*{display:none}</style>',
  'javascript:alert(4)//\' onclick=\'alert(5) {{constructor.constructor("alert(6)")()}} url(http://127.0.0.1:9/y)',
  'a\u202eb\u0000\u001b[31m\u200b\u2028\ud800\u{e0041}\r\n\tc',
  '__proto__',
];

/** Elements that a report's content could only bring in by being read as markup. */
const FOREIGN =
  'img, iframe, object, embed, link:not([rel=icon]), base, [onerror], [onload], [onclick], style ~ style';

export function safetyTests(open: TestBrowser['open']): void {
  it.each(HOSTILE)('keeps content inert: %j', async (text) => {
    const { credentials, ...scan } = hostileReport(text);
    const report = {
      ...scan,
      credentials: credentials.map((each, index) => ({ ...each, fingerprint: `kp1:${index}` })),
    };
    const page = await open(report);
    for (const option of await page.locator('.row').all()) await option.click();
    await page.getByRole('searchbox').fill(text.replaceAll(/[\r\n]/g, ''));
    await page.getByRole('searchbox').fill('');
    await page.evaluate(
      ([content = '', name = '']) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], name));
        dataTransfer.items.add(new File(['x'], name));
        dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
      },
      [jsonOf(report), text],
    );
    await page.getByRole('button', { name: 'Dismiss' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('#printed article').nth(1).waitFor();
    const { shown, attributes, foreign, links, scripts } = await page.evaluate(
      (selector) => ({
        shown: document.body.innerText,
        attributes: [...document.querySelectorAll('[title], [aria-label]')].map(
          (each) => `${each.getAttribute('title')}${each.ariaLabel}`,
        ),
        foreign: document.querySelectorAll(selector).length,
        links: [...document.links].map(({ href }) => href),
        scripts: document.scripts.length,
      }),
      FOREIGN,
    );
    expect(foreign).toBe(0);
    expect(scripts).toBe(2);
    expect(links.filter((href) => !href.startsWith('file:'))).toEqual([]);
    for (const part of [...shown.split(/[\n\t]/), ...attributes]) expect(part).not.toMatch(DANGEROUS);
    expect(shown).toContain('second');
  });

  it('runs no script but its own, and sends nothing, whatever tries', async () => {
    const page = await open(makeReport(), { isProvoked: true });
    const outcome = await page.evaluate(async () => {
      const blocked: string[] = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        blocked.push(effectiveDirective),
      );
      const attempt = (what: () => void): void => {
        try {
          what();
        } catch {
          // Some are refused with an error and some with an event: both will do.
        }
      };
      attempt(() => {
        document.body.innerHTML += '<b>x</b>';
      });
      attempt(() => {
        const script = document.createElement('script');
        script.append('window.hasRun = true');
        document.body.append(script);
      });
      attempt(() => {
        const image = new Image();
        image.src = 'http://127.0.0.1:9/pixel';
        document.body.append(image);
      });
      attempt(() => {
        const style = document.createElement('style');
        style.append('body { color: red }');
        document.body.append(style);
      });
      attempt(() => {
        const frame = document.createElement('iframe');
        frame.src = 'http://127.0.0.1:9/frame';
        document.body.append(frame);
      });
      const sent = await fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'refused',
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { blocked: [...new Set(blocked)].sort(), sent, hasRun: 'hasRun' in window };
    });
    expect(outcome).toMatchObject({ sent: 'refused', hasRun: false });
    expect(outcome.blocked).toEqual([
      'connect-src',
      'frame-src',
      'img-src',
      'require-trusted-types-for',
      'style-src-elem',
    ]);
  });
}
