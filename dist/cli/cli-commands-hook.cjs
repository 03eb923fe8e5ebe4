"use strict";
const require_basics = require("./basics.cjs");
const require_scan = require("./scan.cjs");
const require_baseline = require("./baseline.cjs");
const require_make_folder = require("./make-folder.cjs");
const require_run = require("./cli-run.cjs");
const require_exit_code = require("./exit-code.cjs");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");
// src/hooks/hook-script.ts
const MARK = "# Installed by keypetrel: \"keypetrel hook uninstall\" takes it out again.";
const PREVIOUS_SUFFIX = ".before-keypetrel";
function isOurs(text) {
	return text.includes(MARK);
}
function hookScript(name, { node, cli }, next, baseline = null) {
	const run = `hook run ${name}${baseline === null ? "" : ` --baseline ${shellWord(baseline)}`} -- "$@"`;
	return `#!/bin/sh
${MARK}
${runPrevious(name, next)}
node=${shellWord(node)}
cli=${shellWord(cli)}
[ -x "$node" ] || node=node
if [ -f "$cli" ] && command -v "$node" >/dev/null 2>&1; then
  ${feed(name)}"$node" "$cli" ${run}
elif command -v keypetrel >/dev/null 2>&1; then
  ${feed(name)}keypetrel ${run}
else
  echo 'keypetrel: NOT CHECKED for credentials: the program is no longer where it was when this hook was installed.' >&2
  echo 'keypetrel: install it again and run "keypetrel hook install", or "git config --get core.hooksPath" and remove the hook.' >&2
fi
`;
}
function forwardScript(next) {
	return `#!/bin/sh
${MARK}
next=${next}
[ -x "$next" ] || exit 0
exec "$next" "$@"
`;
}
function previousBeside(name) {
	return `"$(dirname -- "$0")/${name}${PREVIOUS_SUFFIX}"`;
}
function ownHookOf(name) {
	return `"$(git rev-parse --git-common-dir 2>/dev/null)/hooks/${name}"`;
}
function runPrevious(name, next) {
	const lines = name === "pre-push" ? ["input=$(cat)"] : [];
	lines.push(`next=${next}`, "if [ -x \"$next\" ]; then");
	lines.push(`  ${feed(name)}"$next" "$@" || exit $?`, "fi");
	return lines.join("\n");
}
function feed(name) {
	return name === "pre-push" ? "printf '%s\\n' \"$input\" | " : "";
}
function shellWord(text) {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
// src/hooks/hook-file.ts
const EXECUTABLE = 73;
const LARGEST_HOOK = 1048576;
async function readHook(path) {
	const stats = await (0, node_fs_promises.stat)(path).catch(() => null);
	if (stats === null) return await isThere(path) ? {
		kind: "other",
		text: null,
		isExecutable: false
	} : { kind: "none" };
	const isExecutable = process.platform === "win32" || (stats.mode & EXECUTABLE) !== 0;
	const text = stats.isFile() && stats.size <= LARGEST_HOOK ? await (0, node_fs_promises.readFile)(path, "utf8") : null;
	return text !== null && isOurs(text) ? {
		kind: "ours",
		text,
		isExecutable
	} : {
		kind: "other",
		text,
		isExecutable
	};
}
async function writeHook(path, text) {
	await makeHookFolder((0, node_path.dirname)(path));
	const { kind } = await readHook(path);
	const previous = `${path}${PREVIOUS_SUFFIX}`;
	if (kind === "other" && await isThere(previous)) throw new require_basics.UserError(`the hook ${require_scan.escapeControls(path)} took the place of ours, and the one that was there before both is still beside it: put one of the two into ${require_scan.escapeControls(path)}, and remove ${require_scan.escapeControls(previous)}`);
	const temporary = (0, node_path.join)((0, node_path.dirname)(path), `.keypetrel-hook-${process.pid}`);
	try {
		await (0, node_fs_promises.writeFile)(temporary, text, {
			flag: "wx",
			mode: 493
		});
		await (0, node_fs_promises.chmod)(temporary, 493);
		if (kind === "other") await (0, node_fs_promises.rename)(path, previous);
		await (0, node_fs_promises.rename)(temporary, path);
	} catch (error) {
		await (0, node_fs_promises.rm)(temporary, { force: true });
		throw error;
	}
	return kind === "other";
}
async function removeHook(path) {
	if ((await readHook(path)).kind !== "ours") return null;
	const previous = `${path}${PREVIOUS_SUFFIX}`;
	if (await isThere(previous)) {
		await (0, node_fs_promises.rename)(previous, path);
		return { isRestored: true };
	}
	await (0, node_fs_promises.rm)(path);
	return { isRestored: false };
}
async function makeHookFolder(path) {
	try {
		await require_make_folder.makeFolder(path);
	} catch (error) {
		const { code = "unknown error" } = error;
		const reason = code === "EEXIST" || code === "ENOTDIR" ? "it is no folder, so git runs no hooks" : code;
		throw new require_basics.UserError(`cannot install hooks in ${require_scan.escapeControls(path)}: ${reason}`, { cause: error });
	}
}
async function isThere(path) {
	return await (0, node_fs_promises.lstat)(path).catch(() => null) !== null;
}
// src/hooks/hook-folder.ts
const SCOPES = [
	"system",
	"global",
	"local",
	"worktree"
];
async function hookFolderOf(repository) {
	const set = (await readHooksPaths(repository.cwd)).at(-1);
	if (set === void 0) return {
		path: (0, node_path.join)(repository.commonDir, "hooks"),
		origin: "default"
	};
	return {
		path: (0, node_path.resolve)(repository.workTree ?? repository.gitDir, set.value),
		origin: set.scope
	};
}
async function globalHookFolder(cwd) {
	const set = (await readHooksPaths(cwd)).findLast(({ scope }) => scope === "global");
	return set === void 0 ? null : (0, node_path.resolve)((0, node_os.homedir)(), set.value);
}
function ownGlobalFolder(env) {
	const config = env["XDG_CONFIG_HOME"] || (process.platform === "win32" ? env["APPDATA"] : void 0);
	return (0, node_path.join)(config || (0, node_path.join)((0, node_os.homedir)(), ".config"), "keypetrel", "hooks");
}
function isInWorkTree(folder, { workTree, commonDir }) {
	if (workTree === null || isBelow(folder, commonDir)) return false;
	return isBelow(folder, workTree);
}
function isBelow(path, folder) {
	const way = (0, node_path.relative)(folder, path);
	return way !== "" && !way.startsWith("..") && !(0, node_path.isAbsolute)(way);
}
async function readHooksPaths(cwd) {
	const fields = (await require_scan.runGit({
		cwd,
		indexFile: null
	}, [
		"config",
		"--show-scope",
		"--type=path",
		"-z",
		"--get-all",
		"core.hooksPath"
	], { okCodes: [0, 1] })).toString("utf8").split("\0");
	const paths = [];
	for (let at = 0; at + 1 < fields.length; at += 2) {
		const scope = SCOPES.find((each) => each === fields[at]);
		const value = fields[at + 1];
		if (scope !== void 0 && value !== void 0 && value !== "") paths.push({
			scope,
			value
		});
	}
	return paths;
}
// src/hooks/manager.ts
const HUSKY = {
	name: "husky",
	recipe: (hook) => `add this line to .husky/${hook}: node_modules/.bin/keypetrel hook run ${hook} -- "$@"`
};
const LEFTHOOK = {
	name: "lefthook",
	recipe: (hook) => `add this to lefthook.yml: ${hook}: { commands: { keypetrel: { run: keypetrel hook run ${hook} -- {1}, use_stdin: true } } }`
};
const PRE_COMMIT = {
	name: "pre-commit (pre-commit.com)",
	recipe: () => "add keypetrel to .pre-commit-config.yaml (the README shows how), then: pre-commit install --hook-type pre-commit --hook-type pre-push"
};
function managerOf(folder, hookText) {
	if ((0, node_path.basename)(folder) === "_" && (0, node_fs.existsSync)((0, node_path.join)(folder, "husky.sh"))) return HUSKY;
	if ((0, node_path.basename)(folder) === "_" && (0, node_path.basename)((0, node_path.join)(folder, "..")) === ".husky") return HUSKY;
	if (hookText === null) return null;
	if (/lefthook/.test(hookText)) return LEFTHOOK;
	return /pre-commit\.com|\bpre_commit\b/.test(hookText) ? PRE_COMMIT : null;
}
// src/hooks/install.ts
async function installHooks(repository, hooks, program, baseline = null) {
	const folder = await hookFolderOf(repository);
	const known = baseline === null ? null : await baselineFor(repository, baseline);
	await refuseManagers(folder.path, hooks);
	const changes = [];
	for (const hook of hooks) changes.push(await install(folder.path, hook, hookScript(hook, program, previousBeside(hook), known)));
	const notes = [];
	if (folder.origin !== "default") notes.push(`core.hooksPath (${folder.origin}) says where hooks are: ${folder.path}`);
	if (folder.origin === "global" || folder.origin === "system") notes.push("every repository that uses this folder is checked now");
	if (isInWorkTree(folder.path, repository)) notes.push("the folder is part of the repository: the hook names a program on this machine, so do not commit it");
	return {
		changes,
		notes
	};
}
async function baselineFor(repository, baseline) {
	await require_baseline.readBaseline(baseline);
	const path = (0, node_fs.realpathSync)(baseline);
	const inside = (0, node_path.relative)(repository.workTree ?? repository.gitDir, path);
	return inside.startsWith("..") || (0, node_path.isAbsolute)(inside) ? path : inside.split(node_path.sep).join("/");
}
async function installGlobalHooks(hooks, program, { cwd, env }) {
	const known = await globalHookFolder(cwd);
	const folder = known ?? ownGlobalFolder(env);
	await refuseManagers(folder, hooks);
	const changes = [];
	const isOwn = folder === ownGlobalFolder(env);
	for (const hook of hooks) {
		const next = isOwn ? ownHookOf(hook) : previousBeside(hook);
		changes.push(await install(folder, hook, hookScript(hook, program, next)));
	}
	if (isOwn) await writeForwards(folder, hooks);
	if (known === null) await require_scan.runGit({
		cwd,
		indexFile: null
	}, [
		"config",
		"--global",
		"core.hooksPath",
		folder
	]);
	return {
		changes,
		notes: [`core.hooksPath (global) ${known === null ? "now names" : "says where hooks are"}: ${folder}`, "a repository that sets core.hooksPath itself is not checked by these: \"keypetrel hook status\" tells"]
	};
}
async function writeForwards(folder, hooks) {
	for (const hook of require_run.CLIENT_HOOKS.filter((each) => !hooks.some((wanted) => wanted === each))) {
		const path = (0, node_path.join)(folder, hook);
		if ((await readHook(path)).kind === "none") await writeHook(path, forwardScript(ownHookOf(hook)));
	}
}
async function install(folder, hook, script) {
	const path = (0, node_path.join)(folder, hook);
	const before = await readHook(path);
	return {
		hook,
		path,
		change: await writeHook(path, script) ? "chained" : before.kind === "ours" ? "renewed" : "installed"
	};
}
async function refuseManagers(folder, hooks) {
	for (const hook of hooks) {
		const file = await readHook((0, node_path.join)(folder, hook));
		const manager = managerOf(folder, file.kind === "other" ? file.text : null);
		if (manager === null) continue;
		throw new require_basics.UserError(`${manager.name} manages the hooks in ${require_scan.escapeControls(folder)}: ${manager.recipe(hook)}`);
	}
}
async function uninstallHooks(repository, hooks) {
	return {
		changes: await removeAll((await hookFolderOf(repository)).path, hooks),
		notes: []
	};
}
async function uninstallGlobalHooks(hooks, { cwd, env }) {
	const folder = await globalHookFolder(cwd);
	if (folder === null) return {
		changes: [],
		notes: ["core.hooksPath (global) is not set: nothing is installed"]
	};
	const changes = await removeAll(folder, hooks);
	if (folder !== ownGlobalFolder(env)) return {
		changes,
		notes: []
	};
	for (const hook of hooks) await writeHook((0, node_path.join)(folder, hook), forwardScript(ownHookOf(hook)));
	if (await hasCheck(folder)) return {
		changes,
		notes: []
	};
	for (const hook of require_run.CLIENT_HOOKS) await removeHook((0, node_path.join)(folder, hook));
	await require_scan.runGit({
		cwd,
		indexFile: null
	}, [
		"config",
		"--global",
		"--unset-all",
		"core.hooksPath"
	]);
	return {
		changes,
		notes: ["core.hooksPath (global) is no longer set"]
	};
}
async function hasCheck(folder) {
	for (const hook of require_run.HOOK_NAMES) {
		const file = await readHook((0, node_path.join)(folder, hook));
		if (file.kind === "ours" && file.text.includes("hook run")) return true;
	}
	return false;
}
async function removeAll(folder, hooks) {
	const changes = [];
	for (const hook of hooks) {
		const path = (0, node_path.join)(folder, hook);
		const removed = await removeHook(path);
		changes.push({
			hook,
			path,
			change: removed === null ? "none" : removed.isRestored ? "restored" : "removed"
		});
	}
	return changes;
}
// src/hooks/status.ts
async function hookStatus(repository) {
	const folder = await hookFolderOf(repository);
	return {
		folder,
		hooks: await Promise.all(require_run.HOOK_NAMES.map((hook) => statusOf(hook, folder, repository)))
	};
}
async function statusOf(hook, folder, repository) {
	const path = (0, node_path.join)(folder.path, hook);
	const file = await readHook(path);
	const answer = (isActive, reason) => ({
		hook,
		path,
		isActive,
		reason
	});
	switch (file.kind) {
		case "ours":
			if (!file.text.includes("hook run")) return answer(false, "it only hands on to the repository's own hook");
			if (!file.isExecutable) return answer(false, `the file is not executable: chmod +x ${path}`);
			return isProgramThere(file.text) ? answer(true, "installed") : answer(false, "the program is no longer where it was: \"keypetrel hook install\" once more");
		case "other": {
			if (file.text !== null && /\bkeypetrel\b/.test(file.text)) return file.isExecutable ? answer(true, "another hook calls keypetrel") : answer(false, `another hook calls keypetrel, but the file is not executable: chmod +x ${path}`);
			const manager = managerOf(folder.path, file.text);
			const called = await managedCall(hook, repository);
			if (called !== null) return answer(true, called);
			return manager === null ? answer(false, "another hook is there: \"keypetrel hook install\" adds to it") : answer(false, `${manager.name} manages the hooks: ${manager.recipe(hook)}`);
		}
		case "none": return answer(false, await reasonForNone(hook, folder, repository));
	}
}
async function reasonForNone(hook, folder, { commonDir }) {
	if (folder.origin !== "default" && (await readHook((0, node_path.join)(commonDir, "hooks", hook))).kind === "ours") return `installed in ${(0, node_path.join)(commonDir, "hooks")}, but core.hooksPath (${folder.origin}) names another folder: "keypetrel hook install" once more`;
	if (folder.origin !== "default" && (0, node_fs.existsSync)(folder.path) && !(0, node_fs.statSync)(folder.path).isDirectory()) return `core.hooksPath (${folder.origin}) names ${folder.path}, which is no folder: git runs no hooks`;
	return "not installed: keypetrel hook install";
}
const MANAGER_FILES = [
	(hook) => (0, node_path.join)(".husky", hook),
	() => "lefthook.yml",
	() => "lefthook.yaml",
	() => ".pre-commit-config.yaml"
];
async function managedCall(hook, { workTree }) {
	if (workTree === null) return null;
	for (const name of MANAGER_FILES.map((file) => file(hook))) {
		const file = await readHook((0, node_path.join)(workTree, name));
		if (file.kind === "other" && file.text !== null && /\bkeypetrel\b/.test(file.text)) return `${name} calls keypetrel`;
	}
	return null;
}
function isProgramThere(script) {
	const [, quoted = ""] = /^cli='(.*)'$/m.exec(script) ?? [];
	return (0, node_fs.existsSync)(quoted.replaceAll("'\\''", "'"));
}
// src/cli/commands/hook.ts
async function runHook(command, host) {
	const place = {
		cwd: process.cwd(),
		env: host.env
	};
	switch (command.kind) {
		case "hook-install": {
			const { hooks, isGlobal, baseline } = command;
			const program = installedProgram();
			const changes = isGlobal ? await installGlobalHooks(hooks, program, place) : await installHooks(await repositoryHere(place.cwd), hooks, program, baseline);
			await require_run.writeOutput(host.stdout, changeLines(changes));
			return require_exit_code.EXIT_CODES.clean;
		}
		case "hook-uninstall": {
			const { hooks, isGlobal } = command;
			const changes = isGlobal ? await uninstallGlobalHooks(hooks, place) : await uninstallHooks(await repositoryHere(place.cwd), hooks);
			await require_run.writeOutput(host.stdout, changeLines(changes));
			return require_exit_code.EXIT_CODES.clean;
		}
		case "hook-status": return showStatus(await repositoryHere(place.cwd), host);
	}
}
async function showStatus(repository, host) {
	const { folder, hooks } = await hookStatus(repository);
	const origin = folder.origin === "default" ? "" : `, by core.hooksPath (${folder.origin})`;
	await require_run.writeOutput(host.stdout, [`hooks are looked for in ${require_exit_code.escapeText(folder.path)}${origin}\n`, ...hooks.map(({ hook, isActive, reason }) => `${hook.padEnd(10)}  ${isActive ? "active" : "NOT active"}  ${require_exit_code.escapeText(reason)}\n`)]);
	return hooks.every(({ isActive }) => isActive) ? require_exit_code.EXIT_CODES.clean : require_exit_code.EXIT_CODES.found;
}
async function repositoryHere(cwd) {
	const repository = await require_scan.discoverRepository(cwd);
	if (repository !== null) return repository;
	throw new require_basics.UserError(`${require_scan.escapeControls(cwd)} is in no git repository; --global is for all repositories of this user`);
}
function installedProgram() {
	const cli = (0, node_fs.realpathSync)(process.argv[1] ?? "");
	if (/[\\/](?:_npx|dlx(?:-\d+)?)[\\/]|[\\/]bunx-/.test(cli)) throw new require_basics.UserError("npx, pnpm dlx and their like keep a copy for a while only, and hooks would stop working: install keypetrel (npm install --save-dev keypetrel, or npm install --global keypetrel), then run \"keypetrel hook install\"");
	if (/\.zip[\\/]|[\\/]__virtual__[\\/]/.test(cli)) throw new require_basics.UserError("Yarn keeps keypetrel in an archive, out of which git cannot start it: set \"nodeLinker: node-modules\" in .yarnrc.yml, \"dependenciesMeta: { keypetrel: { unplugged: true } }\" in package.json, or install it globally (npm install --global keypetrel), then run \"keypetrel hook install\"");
	return {
		node: process.execPath,
		cli
	};
}
const CHANGES_IN_WORDS = {
	installed: "installed",
	renewed: "installed again",
	chained: "installed; the hook that was there runs first",
	removed: "taken out",
	restored: "taken out; the hook that was there before is back",
	none: "was not installed"
};
function changeLines({ changes, notes }) {
	return [...changes.map(({ hook, path, change }) => `${hook}: ${CHANGES_IN_WORDS[change]} (${require_exit_code.escapeText(path)})\n`), ...notes.map((note) => `note: ${require_exit_code.escapeText(note)}\n`)];
}
exports.runHook = runHook;
