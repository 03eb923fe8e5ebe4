import { i as __toESM } from "./rolldown-runtime.js";
import { t as UserError } from "./errors.js";
// src/sources/path-filter.ts
async function createPathFilter({ include = [], exclude = [], prefix = "" }) {
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
	return (path) => isIncluded(prefix + path) && !isExcluded(prefix + path);
}
function toPatterns(glob, option) {
	if (glob.trim() === "") throw new UserError(`${option} needs a glob, for example ${option} '*.lock'`);
	const problem = globProblem(glob);
	if (problem !== null) throw new UserError(`${option}: "${glob}" is no glob: ${problem}`);
	return expandBraces(glob).map((each) => each.replace(/^\.\//, "/").replace(/^[#!]/, "\\$&"));
}
function globProblem(glob) {
	const withoutEscapes = glob.replace(/\\./gs, "");
	if (withoutEscapes.endsWith("\\")) return "it ends with \"\\\", behind which something has to stand";
	return hasOpenBracket(withoutEscapes) ? "the bracket is not closed (a \"[\" in a name is written \"\\[\")" : null;
}
function hasOpenBracket(glob) {
	for (let open = glob.indexOf("["); open !== -1;) {
		const first = "!^".includes(glob.charAt(open + 1)) ? open + 2 : open + 1;
		const close = glob.indexOf("]", first + 1);
		if (close === -1) return true;
		open = glob.indexOf("[", close);
	}
	return false;
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
