import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** What GitHub's Markdown makes of a text, as HTML before anything is taken out for safety. */
export function htmlOf(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** Elements that our reports are made of. */
const OWN_ELEMENTS = new Set(
  'h1 h2 p strong blockquote table thead tbody tr th td details summary ul ol li pre code'.split(' '),
);

/**
 * What a text of a repository could have become besides text: an element of its own, an attribute, or
 * something outside of code that GitHub or GitLab makes a link or a mention of.
 */
export function markdownProblems(markdown: string): string[] {
  return problemsOfTree(parseFragment(htmlOf(markdown)));
}

function problemsOfTree(root: Node): string[] {
  const problems: string[] = [];
  walk(root, false, (node, isCode) => {
    if (isElement(node)) {
      if (!OWN_ELEMENTS.has(node.tagName)) problems.push(`<${node.tagName}>`);
      const odd = node.attrs.filter(
        ({ name, value }) => name !== 'class' || !/^language-(?:sh|text)$/.test(value),
      );
      for (const { name } of odd) problems.push(`<${node.tagName} ${name}>`);
    } else if (node.nodeName === '#comment') {
      problems.push('a comment');
    } else if ('value' in node && !isCode) {
      const reference =
        /[@~&$%!#]\w|:\/\/|www\.|\bgh-\d|:\w+:|[[\]<>`|\\]|\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/i.exec(
          node.value,
        );
      if (reference !== null) problems.push(`${reference[0]} in ${JSON.stringify(node.value)}`);
    }
  });
  return problems;
}

/** The elements of a text without what is written in them, and without code within a line. */
export function skeletonOf(markdown: string): string {
  return skeletonOfTree(parseFragment(htmlOf(markdown)));
}

function skeletonOfTree(root: Node): string {
  let skeleton = '';
  const visit = (node: Node): void => {
    if (isElement(node)) {
      if (node.tagName === 'code') return;
      skeleton += `<${node.tagName}>`;
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if (isElement(node)) skeleton += `</${node.tagName}>`;
  };
  visit(root);
  return skeleton;
}

/** Both at once: reading Markdown takes its time. */
export function readMarkdown(markdown: string): { readonly problems: string[]; readonly skeleton: string } {
  const tree = parseFragment(htmlOf(markdown));
  return { problems: problemsOfTree(tree), skeleton: skeletonOfTree(tree) };
}

/** All that stands in code, in its order. */
export function codesOf(markdown: string): string[] {
  const codes: string[] = [];
  walk(parseFragment(htmlOf(markdown)), false, (node) => {
    if (isElement(node) && node.tagName === 'code') codes.push(textOf(node));
  });
  return codes;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function walk(node: Node, isCode: boolean, visit: (node: Node, isCode: boolean) => void): void {
  visit(node, isCode);
  if (!('childNodes' in node)) return;
  const isWithin = isCode || (isElement(node) && (node.tagName === 'code' || node.tagName === 'pre'));
  for (const child of node.childNodes) walk(child, isWithin, visit);
}

function isElement(node: Node): node is DefaultTreeAdapterMap['element'] {
  return 'tagName' in node;
}
