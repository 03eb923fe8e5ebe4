/** Detection with all its decoders: findings in order, within the bytes, saying what stands there. */
import { detect, inspect, inspectPart } from '../../../src/detect/detect.ts';
import { createEngine } from '../../../src/detect/engine.ts';
import { builtinRules, selectRules } from '../../../src/rules/catalogue.ts';
import { caseFiles } from '../case-files.ts';
import { demand, demandSame, type FuzzTarget } from '../target.ts';

const engine = createEngine(selectRules(builtinRules(), [], []).rules);
const PATHS = ['file.txt', '.env', 'a.ipynb', 'main.tf', 'package-lock.json', ''];

export const { fuzz, seeds }: FuzzTarget = {
  fuzz(data) {
    const bytes = data.subarray(1);
    const path = PATHS[(data[0] ?? 0) % PATHS.length] ?? '';
    const { findings, sawCandidate } = inspect(engine, bytes, path);
    let last = 0;
    for (const { start, end, secret, decodedFrom } of findings) {
      demand(last <= start && start < end && end <= bytes.length, 'findings are in order, and within');
      last = end;
      if (decodedFrom.length === 0)
        demandSame(secret, Buffer.from(bytes.subarray(start, end)).toString('latin1'), 'a secret');
    }
    demand(findings.length === 0 || sawCandidate, 'whoever finds has seen a candidate');
    demandSame(detect(engine, Buffer.from(bytes), path), findings, 'the same bytes elsewhere in memory');
    const middle = bytes.length >> 1;
    inspectPart(engine, bytes, middle >> 1, middle);
  },
  seeds: () => caseFiles().map((file) => Buffer.concat([Buffer.from([0]), file])),
};
