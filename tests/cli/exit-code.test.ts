import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../src/cli/exit-code.ts';
import { CONFIDENCE_LEVELS } from '../../src/detect/finding.ts';
import { makeCredential, makeReport } from '../report/make-report.ts';

const RULES = { failOn: 'medium', requireComplete: false } as const;
const found = (confidence: 'low' | 'medium' | 'high' | 'proven') => [makeCredential({ confidence })];

describe('exitStatus', () => {
  it.each([
    ['nothing', makeReport(), RULES, 0, 'the scan is complete and nothing was found'],
    ['a credential', makeReport({ credentials: found('medium') }), RULES, 1, 'credentials were found'],
    [
      'less than what fails',
      makeReport({ credentials: found('medium') }),
      { ...RULES, failOn: 'high' as const },
      0,
      'the scan is complete and nothing of high confidence or more was found',
    ],
    [
      'a gap',
      makeReport({ coverage: { complete: false } }),
      RULES,
      3,
      'nothing was found, but something could not be read',
    ],
    [
      'a gap, and less than what fails',
      makeReport({ credentials: found('low'), coverage: { complete: false } }),
      RULES,
      3,
      'nothing of medium confidence or more was found, but something could not be read',
    ],
    [
      'a credential and a gap',
      makeReport({ credentials: found('high'), coverage: { complete: false } }),
      RULES,
      1,
      'credentials were found',
    ],
    [
      'a shallow history',
      makeReport({ coverage: { shallow: true } }),
      RULES,
      0,
      'the scan is complete and nothing was found',
    ],
    [
      'a shallow history that has to be complete',
      makeReport({ coverage: { shallow: true } }),
      { ...RULES, requireComplete: true },
      3,
      'nothing was found, but the history is shallow and --require-complete is given',
    ],
    [
      'a partial clone that has to be complete',
      makeReport({ coverage: { partialClone: true } }),
      { ...RULES, requireComplete: true },
      3,
      'nothing was found, but the clone is partial and --require-complete is given',
    ],
    [
      'a shallow history and a credential',
      makeReport({ credentials: found('proven'), coverage: { shallow: true } }),
      { ...RULES, requireComplete: true },
      1,
      'credentials were found',
    ],
  ])('after %s', (_, report, rules, code, meaning) => {
    expect(exitStatus(report, rules)).toEqual({ code, meaning });
  });

  it('orders confidences as detection does', () => {
    for (const failOn of CONFIDENCE_LEVELS) {
      for (const confidence of CONFIDENCE_LEVELS) {
        const isFailing = CONFIDENCE_LEVELS.indexOf(confidence) >= CONFIDENCE_LEVELS.indexOf(failOn);
        const { code } = exitStatus(makeReport({ credentials: found(confidence) }), { ...RULES, failOn });
        expect(code).toBe(isFailing ? 1 : 0);
      }
    }
  });
});
