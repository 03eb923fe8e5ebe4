import { i as __toESM } from "./rolldown-runtime.js";
import { d as UserError } from "./split-stream.js";
// src/sources/path-filter.ts
async function createPathFilter({ include = [], exclude = [] }) {
	if (include.length === 0 && exclude.length === 0) return () => true;
	const { default: createMatcher } = await import("./ignore.js").then((m) => __toESM(m.default, 1));
	const compile = (globs, option) => {
		const matcher = createMatcher({
			ignorecase: false,
			allowRelativePaths: true
		});
		matcher.add(globs.flatMap((glob) => toPatterns(glob, option)).map((pattern) => ({ pattern })));
		return (path) => matcher.ignores(path);
	};
	const isIncluded = include.length === 0 ? () => true : compile(include, "--include");
	const isExcluded = exclude.length === 0 ? () => false : compile(exclude, "--exclude");
	return (path) => isIncluded(path) && !isExcluded(path);
}
function toPatterns(glob, option) {
	if (glob.trim() === "") throw new UserError(`${option} needs a glob, for example ${option} '*.lock'`);
	return expandBraces(glob).map((each) => each.replace(/^\.\//, "/").replace(/^[#!]/, "\\$&"));
}
const MAX_ALTERNATIVES = 1e3;
function expandBraces(glob) {
	let expanded = [glob];
	for (let round = 0; round < 20; round += 1) {
		const next = expanded.flatMap((each) => {
			const group = /\{([^{}]*,[^{}]*)\}/.exec(each);
			if (group === null) return [each];
			const [text, alternatives = ""] = group;
			const before = each.slice(0, group.index);
			const after = each.slice(group.index + text.length);
			return alternatives.split(",").map((alternative) => `${before}${alternative}${after}`);
		});
		if (next.length > MAX_ALTERNATIVES) throw new UserError("a glob has too many alternatives in braces");
		if (next.length === expanded.length && next.every((each, index) => each === expanded[index])) break;
		expanded = next;
	}
	return expanded;
}
export { createPathFilter as t };
