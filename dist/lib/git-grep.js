import { c as decodePath } from "./scan-roots.js";
import { a as expectSuccess, s as startGit } from "./scan.js";
// src/git/grep.ts
async function grepFiles(repository, where, texts, onLine, options) {
	const wanted = texts.flatMap((text) => ["-e", text]);
	const place = where === "index" ? "--cached" : where;
	const args = [
		"grep",
		"-I",
		"-z",
		"-F",
		"--full-name",
		"--no-color",
		"--no-textconv",
		"--no-line-number"
	];
	const git = startGit(repository, [
		...args,
		...wanted,
		place,
		"--"
	], options);
	git.stdin.end();
	const chunks = [];
	let length = 0;
	for await (const chunk of git.stdout) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > options.maxBytes) git.kill();
	}
	const exit = await git.exit;
	parseLines(Buffer.concat(chunks), where === "index" ? 0 : where.length + 1, onLine);
	if (length <= options.maxBytes && exit.code !== 1) expectSuccess(repository, args, exit);
}
function parseLines(output, prefix, onLine) {
	for (let at = 0; at < output.length;) {
		const pathEnd = output.indexOf(0, at);
		const lineEnd = pathEnd < 0 ? -1 : output.indexOf(10, pathEnd);
		if (lineEnd < 0) return;
		onLine(decodePath(output.subarray(at + prefix, pathEnd)), output.toString("latin1", pathEnd + 1, lineEnd));
		at = lineEnd + 1;
	}
}
export { grepFiles };
