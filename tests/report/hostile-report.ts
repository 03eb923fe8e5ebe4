import type { Report } from '../../src/credentials/report.ts';
import type { SecretText } from '../../src/detect/finding.ts';
import {
  makeCommitted,
  makeCredential,
  makeOccurrence,
  makeProvenance,
  makeRemediation,
  makeReport,
} from './make-report.ts';

/** A report with one text in every field that a repository has a say in. */
export function hostileReport(text: string): Report {
  const frame = [
    { number: 1, text, mark: null },
    { number: 2, text: `${text}secret${text}`, mark: { start: text.length + 1, end: text.length + 7 } },
  ];
  return makeReport({
    credentials: [
      makeCredential({
        endpoint: text,
        redacted: text,
        title: text,
        service: text,
        issued: text,
        secret: text as SecretText,
        evidence: [{ kind: 'name', weight: 1, detail: text }],
        occurrences: [
          makeOccurrence({ path: text, frame }),
          makeCommitted({
            path: `other ${text}`,
            author: text,
            date: text,
            refs: [text, `refs/heads/${text}`],
            commit: text,
            frame,
          }),
          makeCommitted({
            path: `third ${text}`,
            commit: text,
            inHead: false,
            frame: [],
            decodedFrom: [text],
          }),
          makeCommitted({ path: null, source: 'commit-message', commit: text }),
          makeCommitted({ path: null, source: 'tag-message', blob: text }),
        ],
        provenance: makeProvenance({
          first: { commit: text, author: text, date: text, path: `first ${text}`, orEarlier: true },
          renames: [{ commit: text, author: text, date: text, from: text, to: text }],
          inHead: false,
          removed: { commit: text, author: text, date: text },
          refs: [text, `refs/heads/${text}`],
          moreRefs: 1,
          remotes: [{ name: text, refs: [text], moreRefs: 1 }],
        }),
        remediation: makeRemediation(text, ['revoke', text, text], ['undo', `b${text}`, text]),
      }),
      makeCredential({ title: `second ${text}` }),
    ],
    coverage: {
      complete: false,
      shallow: true,
      partialClone: true,
      skipped: [
        { reason: 'unreadable', count: 9, examples: [text] },
        { reason: 'submodule', count: 1, examples: [text] },
      ],
    },
  });
}
