import { countOf } from '../../report/text/numbers.ts';
import { type Line, printLine, span, unbroken } from '../../report/text/span.ts';
import type { CheckResult } from '../../rules/check.ts';
import type { TextStyle } from './table.ts';

/** A line for each rule file, its problems below it, and the count of those that are wrong. */
export function checkText(results: readonly CheckResult[], { color }: TextStyle): string[] {
  const wrong = results.filter(({ problems }) => problems.length > 0).length;
  const verdict: Line =
    wrong === 0
      ? [span(`${countOf(results.length, 'rule file')} in order`, 'green', 'bold')]
      : [span(`${wrong} of ${countOf(results.length, 'rule file')} wrong`, 'red', 'bold')];
  return [...results.flatMap(resultLines), verdict].map((line) => printLine(line, color));
}

function resultLines({ name, examples, counterexamples, problems }: CheckResult): Line[] {
  if (problems.length > 0) {
    return [
      [span('wrong  ', 'red', 'bold'), unbroken(name)],
      ...problems.map((problem): Line => [span(`       ${problem}`)]),
    ];
  }
  const tested = `${countOf(examples, 'example')}, ${countOf(counterexamples, 'counter-example')}`;
  return [[span('ok     ', 'green', 'bold'), unbroken(name), span(`  ${tested}`, 'dim')]];
}
