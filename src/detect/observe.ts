import type { Engine, EnginePattern } from './engine.ts';
import type { ObservedPattern } from './judge.ts';
import type { Observe } from './judgement.ts';

/** The same engine, whose judgements somebody watches: slower, because each is then made in full. */
export function observed(engine: Engine, observe: Observe): Engine {
  const watched = new Map<EnginePattern, ObservedPattern>();
  for (const pattern of engine.patterns) watched.set(pattern, { ...pattern, observe });
  const ofEach = (patterns: readonly EnginePattern[]) =>
    patterns.map((pattern) => watched.get(pattern) ?? pattern);
  const ofLengths = (patterns: ReadonlyMap<number, readonly EnginePattern[]>) =>
    new Map([...patterns].map(([length, each]) => [length, ofEach(each)]));
  const { word, base64 } = engine.patternsOfRun;
  return {
    ...engine,
    patterns: ofEach(engine.patterns),
    patternsOfMark: engine.patternsOfMark.map(ofEach),
    patternsOfRun: { word: ofLengths(word), base64: ofLengths(base64) },
  };
}
