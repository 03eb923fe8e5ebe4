import { r as ADVICE_STAGES } from "./basics.js";
import { A as otherPlaces, C as displayWidth, E as unbroken, M as shortId, O as isLive, S as characterWidth, T as span, _ as field, b as paragraph, g as bulleted, h as BLANK_LINE, j as refName, k as locationOf, m as exposureInWords, p as SEVERITY_LOOKS, u as CONFIDENCE_WORDS, v as layoutFor, w as printLine, x as wrap, y as listField } from "./coverage.js";
import { i as formatRanges, o as namesWithMore, t as countOf } from "./numbers.js";
import { i as summaryLines$1, n as nothingFoundLines } from "./summary.js";
// src/report/text/advice.ts
function* adviceLines(credentials, layout) {
	const groups = groupByAdvice(credentials);
	yield [span("What to do now", "bold")];
	for (const group of groups) {
		if (credentials.length > 1) {
			yield BLANK_LINE;
			yield* paragraph(groupTitle(group), layout, 0);
		}
		yield* groupLines(group, layout);
	}
}
function groupByAdvice(credentials) {
	const groups = new Map();
	credentials.forEach((credential, index) => {
		const { summary, steps } = credential.remediation;
		const key = steps[0] ?? summary;
		const group = groups.get(key) ?? {
			titles: new Set(),
			members: []
		};
		group.titles.add(credential.title);
		group.members.push({
			credential,
			number: index + 1
		});
		groups.set(key, group);
	});
	return [...groups.values()];
}
const MOST_TITLES = 3;
function groupTitle({ titles, members }) {
	const names = [...titles].slice(0, MOST_TITLES).join(", ");
	const more = titles.size > MOST_TITLES ? " and others" : "";
	return [span(`${names}${more}`, "bold"), span(` (${formatRanges(members.map(({ number }) => number))})`)];
}
const STAGE_TITLES = {
	revoke: "Make it worthless",
	investigate: "See what was done with it",
	undo: "Take it out",
	prevent: "Keep it from happening again"
};
function* groupLines({ members }, layout) {
	yield* summaryLines(members, layout);
	let step = 0;
	for (const stage of ADVICE_STAGES) {
		const wanted = partition(members, (each) => JSON.stringify(stepsOf(each, stage).map(({ text }) => text))).filter(([first]) => first !== void 0 && stepsOf(first, stage).length > 0);
		if (wanted.length === 0) continue;
		const margin = span(" ".repeat(layout.indent));
		yield* [BLANK_LINE, ...paragraph([span(STAGE_TITLES[stage], "bold")], layout, layout.indent)];
		for (const part of wanted.slice(0, MOST_PARTS)) {
			if (part.length < members.length) yield [margin, ...forThese(numbersOf(part))];
			for (const [index, { text }] of stepsOf(part[0], stage).entries()) {
				step += 1;
				yield* bulleted(span(`${step}.`, "bold"), [span(text)], layout, layout.indent);
				yield* commandLines(part, (each) => stepsOf(each, stage)[index]?.commands ?? [], layout);
			}
		}
		yield* theLikeLines(wanted.slice(MOST_PARTS).flat(), layout);
	}
}
const MOST_PARTS = 5;
const MOST_BLOCKS = 3;
function stepsOf(member, stage) {
	return member?.credential.remediation.plan.filter((step) => step.stage === stage) ?? [];
}
function partition(members, keyOf) {
	const parts = new Map();
	for (const member of members) {
		const key = keyOf(member);
		const part = parts.get(key) ?? [];
		parts.set(key, part);
		part.push(member);
	}
	return [...parts.values()];
}
function numbersOf(part) {
	return part.map(({ number }) => number);
}
function* commandLines(part, commandsOf, layout) {
	const margin = span(" ".repeat(layout.indent + COMMAND_INDENT));
	const blocks = partition(part, (each) => JSON.stringify(commandsOf(each)));
	for (const block of blocks.slice(0, MOST_BLOCKS)) {
		const [first] = block;
		const commands = first === void 0 ? [] : commandsOf(first);
		if (commands.length > 0 && blocks.length > 1) yield [margin, ...forThese(numbersOf(block))];
		for (const command of commands) yield [margin, unbroken(command, "cyan")];
	}
	yield* theLikeLines(blocks.slice(MOST_BLOCKS).flat(), layout);
}
const COMMAND_INDENT = 3;
function theLikeLines(part, layout) {
	if (part.length === 0) return [];
	const like = span("the like, with their own names; the JSON report has all of it.");
	return paragraph([...forThese(numbersOf(part).sort((a, b) => a - b)), like], layout, layout.indent + COMMAND_INDENT);
}
const END_OF_SENTENCE = /(?<=[.!?]) +/;
function* summaryLines(members, layout) {
	const sentences = collect(members, ({ remediation }) => remediation.summary.split(END_OF_SENTENCE));
	const common = sentences.filter(({ numbers }) => numbers.length === members.length);
	for (const { text, numbers } of sentences.filter((each) => !common.includes(each))) yield* paragraph([...forThese(numbers), span(text)], layout, layout.indent);
	if (common.length === 0) return;
	yield* paragraph([span(common.map(({ text }) => text).join(" "))], layout, layout.indent);
}
function forThese(numbers) {
	return [span(`For ${formatRanges(numbers)}: `, "bold")];
}
function collect(members, textsOf) {
	const advice = new Map();
	for (const { credential, number } of members) for (const text of new Set(textsOf(credential))) {
		const numbers = advice.get(text);
		if (numbers === void 0) advice.set(text, [number]);
		else numbers.push(number);
	}
	return [...advice].map(([text, numbers]) => ({
		text,
		numbers
	}));
}
// src/report/text/frame.ts
const CUT = "…";
const CONTEXT = 24;
const NARROWEST_CODE = 8;
function frameLines(frame, layout) {
	const numberWidth = Math.max(...frame.map(({ number }) => String(number).length));
	const margin = " ".repeat(layout.indent);
	const room = Math.max(NARROWEST_CODE, layout.frameWidth - layout.indent - numberWidth - 3);
	return frame.flatMap((line) => {
		const { before, secret, after } = cutToWidth(partsOf(line), room);
		const code = [
			span(`${margin}${String(line.number).padStart(numberWidth)} │ `, "dim"),
			span(before),
			span(secret, "red", "bold"),
			span(after)
		];
		if (secret === "") return [code];
		return [code, [
			span(`${margin}${" ".repeat(numberWidth)} │ `, "dim"),
			span(" ".repeat(displayWidth(before))),
			span("^".repeat(displayWidth(secret)), "red")
		]];
	});
}
function partsOf({ text, mark }) {
	if (mark === null) return {
		before: printable(text),
		secret: "",
		after: ""
	};
	return {
		before: printable(text.slice(0, mark.start - 1)),
		secret: printable(text.slice(mark.start - 1, mark.end - 1)),
		after: printable(text.slice(mark.end - 1))
	};
}
function printable(text) {
	return span(text.replaceAll("	", "  ")).text;
}
function cutToWidth({ before, secret, after }, width) {
	if (displayWidth(before) + displayWidth(secret) + displayWidth(after) <= width) return {
		before,
		secret,
		after
	};
	if (secret === "") return {
		before: cutEnd(before, width),
		secret,
		after
	};
	const least = {
		before: before === "" ? 0 : 1,
		after: after === "" ? 0 : 1
	};
	const shownSecret = cutEnd(secret, width - least.before - least.after);
	const room = width - displayWidth(shownSecret);
	const wantedBefore = Math.max(Math.min(CONTEXT, room), room - displayWidth(after));
	const shownBefore = cutStart(before, Math.min(wantedBefore, room - least.after));
	return {
		before: shownBefore,
		secret: shownSecret,
		after: cutEnd(after, room - displayWidth(shownBefore))
	};
}
function cutEnd(text, width) {
	if (displayWidth(text) <= width) return text;
	return width < 1 ? "" : takeColumns(text, width - 1) + CUT;
}
function cutStart(text, width) {
	if (displayWidth(text) <= width) return text;
	if (width < 1) return "";
	return CUT + [...takeColumns([...text].reverse().join(""), width - 1)].reverse().join("");
}
function takeColumns(text, width) {
	let taken = "";
	let used = 0;
	for (const character of text) {
		used += characterWidth(character);
		if (used > width) break;
		taken += character;
	}
	return taken;
}
// src/report/text/history.ts
const MOST_REFS = 3;
const MOST_RENAMES = 2;
function historyLines(credential, layout) {
	const { provenance, occurrences } = credential;
	if (provenance === null) return [];
	const { first, renames, refs, moreRefs } = provenance;
	const parts = [];
	if (first !== null) parts.push(firstInWords(first, occurrences[0]));
	for (const { from, to, commit } of renames.slice(0, MOST_RENAMES)) parts.push([
		span("moved from "),
		unbroken(from),
		span(" to "),
		unbroken(to),
		span(" in "),
		unbroken(shortId(commit))
	]);
	const head = headInWords(provenance);
	if (head !== null) parts.push([span(head, "bold")]);
	const text = parts.flatMap((part, index) => index === 0 ? part : [span(", "), ...part]);
	const shown = refs.slice(0, MOST_REFS).map(refName);
	return [...text.length === 0 ? [] : field("History", text, layout), ...shown.length === 0 ? [] : field("Held by", [span(namesWithMore(shown, moreRefs + refs.length - shown.length))], layout)];
}
function firstInWords({ commit, author, date, path, orEarlier }, main) {
	const text = [span("first in commit "), unbroken(shortId(commit), "yellow")];
	if (author !== null) text.push(span(" by "), span(author));
	if (date !== null) text.push(span(` on ${date.slice(0, 10)}`));
	if (path !== null && path !== main?.path) text.push(span(" as "), unbroken(path));
	if (orEarlier) text.push(span(" (or earlier: the history here does not go further back)"));
	return text;
}
function headInWords({ inHead, removed }) {
	if (inHead === null) return null;
	if (inHead) return "still in HEAD";
	if (removed === null) return "not in HEAD";
	const date = removed.date === null ? "" : ` (${removed.date.slice(0, 10)})`;
	return `gone from HEAD since ${shortId(removed.commit)}${date}`;
}
function otherPlaceLines(credential, layout) {
	const { shown, more, moreCommits } = otherPlaces(credential);
	const texts = shown.map((occurrence) => [unbroken(locationOf(occurrence)), ...whenIn(occurrence)]);
	if (more > 0) {
		const commits = moreCommits > 0 ? ` in ${countOf(moreCommits, "commit")}` : "";
		texts.push([span(`${shown.length > 0 ? "and " : ""}${countOf(more, "more place", "more places")}${commits}`)]);
	}
	return texts.length === 0 ? [] : listField("Also in", texts, layout);
}
function whenIn(occurrence) {
	const { source, commit, inHead, exposure, refs } = occurrence;
	if (isLive(occurrence) || !(source === "blob" || source === "note") || inHead === true) return [];
	if (exposure === "staged") return [span(" (staged in another work tree)", "dim")];
	const [ref] = refs;
	if (commit === null) return ref === void 0 ? [] : [span(` (held by ${refName(ref)})`, "dim")];
	const version = inHead === false ? ", not in HEAD" : "";
	return [span(` (in commit ${shortId(commit)}${version})`, "dim")];
}
// src/report/text/key-facts.ts
function keyLines(credential, layout) {
	const { title, service, issued, endpoint, secret } = credential;
	const facts = [];
	const add = (fact) => void facts.push(...facts.length > 0 ? [span(", ")] : [], fact);
	if (!title.startsWith(service)) add(span(service));
	if (issued !== null) add(span(`issued in ${monthInWords(issued)}`));
	if (endpoint !== null) add(unbroken(endpoint, "bold"));
	const { decodedFrom = [], cell = null } = credential.occurrences[0] ?? {};
	if (cell !== null) add(span(`in the ${cell.part} of cell ${cell.number} of the notebook`));
	if (decodedFrom.length > 0) add(span(`written in ${[...decodedFrom].reverse().join(" in ")}`));
	const lines = facts.length === 0 ? [] : field("Key", facts, layout);
	return secret === void 0 ? lines : [...lines, ...field("Secret", [unbroken(secret, "red")], layout)];
}
const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
function monthInWords(month) {
	const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
	const name = MONTHS[Number(number) - 1];
	return name === void 0 ? month : `${name} ${year}`;
}
function evidenceLines({ evidence }, layout) {
	const sorted = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
	const section = (label, isIn) => listField(label, sorted.filter(isIn).map(({ detail }) => [span(detail)]), layout);
	return [
		...section("Why", ({ weight }) => weight > 0),
		...section("Against", ({ weight }) => weight < 0),
		...section("Note", ({ weight }) => weight === 0)
	];
}
// src/report/text/credential.ts
function credentialLines(credential, number, report, layout) {
	return [
		...headline(credential, number, layout),
		...whereLines(credential, layout),
		BLANK_LINE,
		...field("Exposure", [span(exposureInWords(credential, report), "bold")], layout),
		...historyLines(credential, layout),
		...keyLines(credential, layout),
		...evidenceLines(credential, layout),
		...otherPlaceLines(credential, layout),
		...field("Fingerprint", [unbroken(credential.fingerprint, "dim")], layout)
	];
}
function headline({ severity, title, redacted, confidence }, number, layout) {
	const first = [
		span(String(number).padEnd(layout.indent), "bold"),
		span(severity.toUpperCase(), ...SEVERITY_LOOKS[severity]),
		span("  ")
	];
	const text = [
		span(title, "bold"),
		span(" "),
		unbroken(redacted, "red", "bold"),
		span(`, ${CONFIDENCE_WORDS[confidence]}`)
	];
	return wrap(text, {
		width: layout.width,
		first,
		indent: layout.indent
	});
}
function whereLines({ occurrences }, layout) {
	const [main] = occurrences;
	if (main === void 0) return [];
	const lines = paragraph([unbroken(locationOf(main), "cyan"), ...whenIn(main)], layout, layout.indent);
	const framed = framedOccurrence(occurrences, main);
	if (framed === null) return lines;
	const caption = locationOf(framed) === locationOf(main) ? [] : paragraph([span("as it stands in ", "dim"), unbroken(locationOf(framed), "dim")], layout, layout.indent);
	return [
		...lines,
		BLANK_LINE,
		...caption,
		...frameLines(framed.frame, layout)
	];
}
function framedOccurrence(occurrences, main) {
	const framed = occurrences.filter(({ frame }) => frame.length > 0);
	return framed.find((each) => locationOf(each) === locationOf(main)) ?? framed[0] ?? null;
}
// src/report/text.ts
function* renderText(report, options) {
	for (const line of reportLines(report, options)) yield printLine(line, options.color);
}
function* reportLines(report, { width, quiet, exit }) {
	const { credentials } = report;
	const layout = layoutFor(width, credentials.length);
	if (credentials.length === 0) {
		if (!quiet) yield* nothingFoundLines(report, exit, layout);
		return;
	}
	for (const [index, credential] of credentials.entries()) {
		yield* credentialLines(credential, index + 1, report, layout);
		yield BLANK_LINE;
	}
	yield* adviceLines(credentials, layout);
	if (quiet) return;
	yield BLANK_LINE;
	yield* summaryLines$1(report, exit, layout);
}
export { renderText };
