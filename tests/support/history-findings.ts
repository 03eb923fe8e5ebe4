import { detect } from '../../src/detect/detect.ts';
import type { Engine } from '../../src/detect/engine.ts';
import { discoverRepository } from '../../src/git/repository.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { type HistoryOptions, historySource } from '../../src/sources/history.ts';

/** What is found in each object, and how many objects the source let through. */
export async function findingsOf(
  folder: string,
  engine: Engine,
  options: Partial<HistoryOptions>,
): Promise<{ found: Map<string, string[]>; emitted: number; scanned: number }> {
  const repository = await discoverRepository(folder);
  if (repository === null) throw new Error('no repository');
  const found = new Map<string, string[]>();
  const coverage = new Coverage();
  let emitted = 0;
  await historySource({ repository, ...options })(({ origin, bytes }) => {
    if (origin.kind !== 'object') return;
    emitted += 1;
    const findings = detect(engine, bytes, origin.path ?? '').map(
      ({ rule, start, end, confidence }) => `${rule} ${start}-${end} ${confidence}`,
    );
    if (findings.length > 0) found.set(origin.oid, findings);
  }, coverage);
  return { found, emitted, scanned: coverage.objects.scanned };
}
