import type { Confidence } from '../../detect/finding.ts';
import type { ExplainedAlternative, Explanation } from '../../explain/explanation.ts';
import { bulleted, type Layout, paragraph } from '../text/layout.ts';
import { type Line, span } from '../text/span.ts';
import { confidenceInWords, signed } from './words.ts';

/** From most to least sure. */
const CONFIDENCES: readonly (Confidence | null)[] = ['proven', 'high', 'medium', 'low', null];
/** Of the changes that have one effect. */
const MOST_CHANGES = 6;

/** What would have changed the verdict, by what it would have been. */
export function alternativeLines(explanation: Explanation, layout: Layout): Line[] {
  const { alternatives, confidence, dismissals } = explanation;
  const title: Line = [span(' '.repeat(layout.indent)), span('What would have changed it', 'bold')];
  const nothing = (text: string): Line[] => [title, ...paragraph([span(text)], layout, layout.indent + 2)];
  const isHopeless = dismissals.length > 0 && confidence === null;
  if (isHopeless) return nothing(`not even if it were not dismissed: ${missingInWords(explanation)}`);
  if (alternatives.length === 0) {
    return nothing(
      `no single piece of evidence${confidence === null ? `: ${missingInWords(explanation)}` : ''}`,
    );
  }
  const groups = CONFIDENCES.map((each) =>
    alternatives.filter((alternative) => alternative.confidence === each),
  );
  return [title, ...groups.flatMap((group) => groupLines(group, layout))];
}

function missingInWords({ sum, thresholds: { low } }: Explanation): string {
  return `the evidence adds up to ${sum}, and low confidence needs ${low}`;
}

function groupLines(group: readonly ExplainedAlternative[], layout: Layout): Line[] {
  const [first] = group;
  if (first === undefined) return [];
  const indent = layout.indent + 2;
  const changes = [...new Set(group.map(changeInWords))];
  const shown = changes.slice(0, MOST_CHANGES);
  const more = changes.length - shown.length;
  const items = more > 0 ? [...shown, `and ${more} more: --format json has all`] : shown;
  return [
    ...paragraph(
      [
        span(`it would be ${confidenceInWords(first.confidence)}`),
        span(changes.length > 1 ? ' with any one of these' : ''),
      ],
      layout,
      indent,
    ),
    ...items.flatMap((item) => bulleted(span('-'), [span(item)], layout, indent + 2)),
  ];
}

function changeInWords({ change }: ExplainedAlternative): string {
  switch (change.kind) {
    case 'without-checksum':
      return 'if its checksum did not hold';
    case 'without-dismissals':
      return `if it were not that it ${change.details.join(', and that it ')}`;
    case 'without-evidence':
      return `without ${signed(change.evidence.weight)}: ${change.evidence.detail}`;
    case 'with-evidence':
      return `with ${signed(change.evidence.weight)}: ${change.evidence.detail}`;
  }
}
