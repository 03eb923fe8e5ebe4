"use strict";
const require_read_source = require("./read-source.cjs");
const require_scan_roots = require("./scan-roots.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_run = require("./cli-run.cjs");
const require_numbers = require("./numbers.cjs");
const require_words = require("./words.cjs");
const require_basics = require("./basics.cjs");
const require_advice = require("./advice.cjs");
const require_evidence_words = require("./evidence-words.cjs");
const require_terminal = require("./terminal.cjs");
// src/cli/rules-text/check-text.ts
function checkText(results, { color }) {
	const wrong = results.filter(({ problems }) => problems.length > 0).length;
	const verdict = wrong === 0 ? [require_words.span(`${require_numbers.countOf(results.length, "rule file")} in order`, "green", "bold")] : [require_words.span(`${wrong} of ${require_numbers.countOf(results.length, "rule file")} wrong`, "red", "bold")];
	return [...results.flatMap(resultLines), verdict].map((line) => require_words.printLine(line, color));
}
function resultLines({ name, examples, counterexamples, problems }) {
	if (problems.length > 0) return [[require_words.span("wrong  ", "red", "bold"), require_words.unbroken(name)], ...problems.map((problem) => [require_words.span(`       ${problem}`)])];
	const tested = `${require_numbers.countOf(examples, "example")}, ${require_numbers.countOf(counterexamples, "counter-example")}`;
	return [[
		require_words.span("ok     ", "green", "bold"),
		require_words.unbroken(name),
		require_words.span(`  ${tested}`, "dim")
	]];
}
// src/cli/rules-text/table.ts
const GAP = "  ";
function tableLines(rows, { color }) {
	const widths = [];
	for (const row of rows) row.forEach(({ text }, column) => {
		widths[column] = Math.max(widths[column] ?? 0, require_words.displayWidth(require_words.span(text).text));
	});
	return rows.map((row) => require_words.printLine(tableLine(row, widths), color));
}
function tableLine(row, widths) {
	return row.flatMap(({ text, looks = [], isNumber = false }, column) => {
		const cell = require_words.span(text, ...looks);
		const padding = require_words.span(" ".repeat(Math.max(0, (widths[column] ?? 0) - require_words.displayWidth(cell.text))));
		const gap = column === 0 ? [] : [require_words.span(GAP)];
		return isNumber ? [
			...gap,
			padding,
			cell
		] : [
			...gap,
			cell,
			padding
		];
	});
}
// src/cli/rules-text/list-text.ts
function ruleSummary(rule, rulesets) {
	const { family, title, severity, ruleset, examples, counterexamples, variants, isOwn } = rule;
	return {
		id: family,
		title,
		own: isOwn === true,
		severity,
		ruleset,
		onByDefault: require_basics.isOnByDefault(ruleset),
		on: isOn(rule, rulesets),
		examples: examples.length,
		counterexamples: counterexamples.length,
		rules: variants.map((variant) => ({
			id: variant.id,
			title: variant.title,
			service: variant.service,
			severity: variant.severity ?? severity
		}))
	};
}
function isOn({ ruleset, isOwn }, rulesets) {
	return isOwn === true || require_basics.isOnByDefault(ruleset) || rulesets.includes(ruleset);
}
function listText(rules, rulesets, style) {
	return [...tableLines([[
		"ID",
		"TITLE",
		"SEVERITY",
		"RULE SET",
		"EXAMPLES"
	].map((text) => ({
		text,
		looks: ["dim"]
	})), ...rules.flatMap((rule) => familyRows(rule, isOn(rule, rulesets)))], style), ...[require_words.BLANK_LINE, ...require_words.paragraph([require_words.span(ruleSetsInWords())], require_words.layoutFor(style.width, 0), 0)].map((line) => require_words.printLine(line, style.color))];
}
function ruleSetsInWords() {
	const others = require_basics.RULESETS.filter((each) => !require_basics.isOnByDefault(each));
	return `On by default: ${require_basics.DEFAULT_RULESETS.join(" and ")}. ${others.map((each) => `${each} is turned on by --ruleset ${each}, or a rule of it by --rule ID.`).join(" ")}`;
}
function familyRows(rule, isRuleOn) {
	const { family, title, severity, ruleset, examples, counterexamples, variants, isOwn } = rule;
	return [[
		{
			text: family,
			looks: ["bold"]
		},
		{
			text: isOwn === true ? `${title} (from the configuration)` : title,
			looks: ["bold"]
		},
		{
			text: severity,
			looks: require_words.SEVERITY_LOOKS[severity]
		},
		{ text: isRuleOn ? ruleset : `${ruleset} (off)` },
		{
			text: String(examples.length + counterexamples.length),
			isNumber: true
		}
	], ...variants.filter(({ id }) => id !== family || variants.length > 1).map((variant) => {
		const own = variant.severity ?? severity;
		return [
			{ text: `  ${variant.id}` },
			{ text: variant.title },
			{
				text: own,
				looks: require_words.SEVERITY_LOOKS[own]
			}
		];
	})];
}
// src/cli/rules-text/show-text.ts
function showText(rule, id, { color, width }) {
	return showLines(rule, id, require_words.layoutFor(width, 0)).map((line) => require_words.printLine(line, color));
}
function showLines(rule, id, layout) {
	const variant = rule.variants.find((each) => each.id === id && id !== rule.family);
	const severity = variant?.severity ?? rule.severity;
	return [
		[require_words.span(variant?.title ?? rule.title, "bold"), require_words.span(` (${id})`)],
		require_words.BLANK_LINE,
		...require_words.paragraph([require_words.span(rule.description)], layout, 0),
		require_words.BLANK_LINE,
		...require_words.field("Severity", [require_words.span(severity, ...require_words.SEVERITY_LOOKS[severity])], layout),
		...require_words.field("Rule set", [require_words.span(ruleSetInWords(rule))], layout),
		...variant === void 0 ? [] : require_words.field("Family", [require_words.span(rule.family)], layout),
		...variant === void 0 ? [] : require_words.field("Service", [require_words.span(variant.service)], layout),
		...variant === void 0 ? rulesField(rule, layout) : [],
		...hostsField(rule, layout),
		...require_words.field("Confidence", [require_words.span(thresholdsInWords(rule))], layout),
		...require_words.field("Examples", [require_words.span(examplesInWords(rule))], layout),
		...require_words.listField("References", rule.references.map((url) => [require_words.unbroken(url, "cyan")]), layout),
		require_words.BLANK_LINE,
		...section("What it is known by", [...rule.patterns.map(({ id: pattern, weight, says }) => weighed(weight, pattern, says)), ...rule.patterns.some(({ checksum }) => checksum !== null) ? ["a checksum inside it, which proves it"] : []], layout),
		...section("What counts for it", says(rule, (weight) => weight > 0), layout),
		...section("What counts against it", says(rule, (weight) => weight < 0), layout),
		...adviceSection(rule, layout)
	];
}
function rulesField({ variants }, layout) {
	return require_words.listField("Rules", variants.map(({ id, title }) => [require_words.unbroken(id, "bold"), require_words.span(`: ${title}`)]), layout);
}
function ruleSetInWords({ ruleset }) {
	return require_basics.isOnByDefault(ruleset) ? `${ruleset}, on by default` : `${ruleset}, off by default: --ruleset ${ruleset} turns it on`;
}
function hostsField({ hosts }, layout) {
	return hosts.length === 0 ? [] : require_words.field("Hosts", [require_words.span(hosts.join(", "))], layout);
}
function examplesInWords({ examples, counterexamples }) {
	return `${require_numbers.countOf(examples.length, "example")}, ${require_numbers.countOf(counterexamples.length, "counter-example")}`;
}
function thresholdsInWords({ thresholds: { low, medium, high } }) {
	return `low from a sum of ${low} on, medium from ${medium}, high from ${high}`;
}
function weighed(weight, name, says) {
	return `${weight > 0 ? "+" : ""}${weight} ${name}: ${says}`;
}
function says({ evidence }, isIn) {
	return evidence.filter(({ weight }) => isIn(weight)).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ weight, kind, view, says: words }) => weighed(weight, `${kind}/${view}`, words));
}
function section(title, items, layout) {
	if (items.length === 0) return [];
	const texts = new Set(items.map(require_evidence_words.inGeneral));
	return [
		[require_words.span(title, "bold")],
		...[...texts].flatMap((item) => require_words.bulleted(require_words.span("-"), [require_words.span(item)], layout, 2)),
		require_words.BLANK_LINE
	];
}
function adviceSection({ remediation }, layout) {
	return [
		[require_words.span("What to do about one", "bold")],
		...require_words.paragraph([require_words.span(remediation.summary)], layout, 2),
		...require_advice.stepsOf(remediation).flatMap((step, index) => [...require_words.bulleted(require_words.span(`${index + 1}.`), [require_words.span(step.text)], layout, 2), ...step.commands.map((command) => [require_words.span("       "), require_words.unbroken(command, "cyan")])])
	];
}
// src/cli/commands/rules.ts
async function runRules(command, host, service) {
	const style = {
		color: require_terminal.hasColor(host.stdout, host.env, command.color),
		width: require_terminal.widthOf(host.stdout, host.env)
	};
	switch (command.kind) {
		case "rules-list": {
			const { rules, rulesets } = await service.rules(command.config);
			const isJson = command.format === "json";
			await require_run.writeOutput(host.stdout, isJson ? toJson(rules.map((rule) => ruleSummary(rule, rulesets))) : listText(rules, rulesets, style));
			return require_exit_code.EXIT_CODES.clean;
		}
		case "rules-show": {
			const rule = require_scan_roots.ruleWithId((await service.rules(command.config)).rules, command.id);
			await require_run.writeOutput(host.stdout, command.format === "json" ? toJson(rule) : showText(rule, command.id, style));
			return require_exit_code.EXIT_CODES.clean;
		}
		case "rules-check": {
			const results = command.files.length === 0 ? await service.checkRules(command.config) : await service.checkFiles(await Promise.all(command.files.map(readRuleFile)));
			await require_run.writeOutput(host.stdout, command.format === "json" ? toJson(results.map(checkSummary)) : checkText(results, style));
			return results.every(({ problems }) => problems.length === 0) ? require_exit_code.EXIT_CODES.clean : require_exit_code.EXIT_CODES.failure;
		}
	}
}
function toJson(value) {
	return [`${JSON.stringify(value, null, 2)}\n`];
}
function checkSummary({ name, rule, examples, counterexamples, problems }) {
	return {
		name,
		family: rule?.family ?? null,
		examples,
		counterexamples,
		problems
	};
}
async function readRuleFile(path) {
	return {
		name: path,
		text: await require_read_source.readSourceFile(path, "the rule file")
	};
}
exports.runRules = runRules;
