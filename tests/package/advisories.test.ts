import { expect, test } from 'vitest';
import { adviceOf } from './advisories-output.ts';

const advisory = { title: 'Runs what it reads', url: 'https://example.com/advisory' };

test.each([
  ['nothing', { vulnerabilities: {} }, { isTold: true, vulnerable: [] }],
  [
    'a vulnerability, and a package that depends on it',
    {
      vulnerabilities: {
        one: { severity: 'high', via: [advisory] },
        two: { severity: 'moderate', via: ['one'] },
        three: { severity: 'low', via: [advisory] },
      },
    },
    {
      isTold: true,
      vulnerable: [
        'one (high): Runs what it reads (https://example.com/advisory)',
        'two (moderate): through one',
      ],
    },
  ],
  [
    'a registry without advisories',
    { message: '405 Method Not Allowed', statusCode: 405 },
    { isTold: false, vulnerable: [] },
  ],
])('%s', (_, output, advice) => {
  expect(adviceOf(JSON.stringify(output))).toEqual(advice);
});
