"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_version = require("./version.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_apply_config = require("./apply-config.cjs");
const require_observe = require("./observe.cjs");
const require_own_compiler = require("./own-compiler.cjs");
const require_advice = require("./advice.cjs");
const require_catalogue = require("./catalogue.cjs");
const require_repository = require("./repository.cjs");
const require_coverage = require("./coverage.cjs");
const require_split_stream = require("./split-stream.cjs");
const require_cat_file = require("./cat-file.cjs");
const require_pseudo_refs = require("./pseudo-refs.cjs");
const require_path_filter = require("./path-filter.cjs");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/check-options.ts
const TARGETS = [
	"auto",
	"files",
	"staged",
	"history",
	"range",
	"stdin"
];
function checkOptions({ target, minConfidence, jobs, ...options }) {
	refuseUnless("target", target, TARGETS);
	refuseUnless("minConfidence", minConfidence, require_version.CONFIDENCE_LEVELS);
	if (jobs !== void 0 && !(Number.isInteger(jobs) && jobs >= 1)) throw new require_exit_code.UserError(`jobs: ${shown(jobs)} is not a whole number from 1 on`);
	for (const name of [
		"paths",
		"include",
		"exclude",
		"rules",
		"disabledRules"
	]) {
		const values = options[name];
		if (values !== void 0 && !(Array.isArray(values) && values.every((each) => typeof each === "string"))) throw new require_exit_code.UserError(`${name}: ${shown(values)} is not a list of texts`);
	}
}
function refuseUnless(name, value, known) {
	if (value === void 0 || known.some((each) => each === value)) return;
	throw new require_exit_code.UserError(`${name}: ${shown(value)} is not one of ${known.join(", ")}`);
}
function shown(value) {
	return (typeof value === "number" ? String(value) : JSON.stringify(value) ?? String(value)).slice(0, 100);
}
// src/credentials/stories.ts
const NO_STORIES = {
	traces: new Map(),
	provenances: new Map(),
	footholds: new Map()
};
const NO_DETAILS = {
	tagged: null,
	author: null,
	date: null,
	refs: [],
	moreRefs: 0,
	isNote: false
};
// src/credentials/occurrences.ts
function occurrencesOf({ sighting, traces }, stories) {
	const { origin } = sighting;
	switch (origin.kind) {
		case "stdin": return [occurrence(sighting, "stdin", {
			path: null,
			exposure: "working-tree"
		})];
		case "file": {
			const exposure = origin.state === "ignored" ? "ignored-file" : "working-tree";
			return [occurrence(sighting, "file", {
				path: origin.path,
				exposure
			})];
		}
		case "index": return [occurrence(sighting, "index", {
			path: origin.path,
			blob: origin.oid,
			exposure: "staged"
		})];
		case "ref": return traces.map(({ exposure }) => occurrence(sighting, "ref-name", {
			path: null,
			refs: [origin.name],
			exposure
		}));
		case "object": return traces.map((trace) => {
			const { tagged, author, date, refs, moreRefs, isNote } = stories.traces.get(trace) ?? NO_DETAILS;
			return occurrence(sighting, sourceOf$1(origin.type, sighting.inHeader, isNote), {
				path: isNote ? null : trace.path,
				blob: origin.type === "commit" ? null : origin.oid,
				commit: trace.commit ?? tagged ?? (origin.type === "commit" ? origin.oid : null),
				author,
				date,
				refs,
				moreRefs,
				inHead: trace.inHead,
				exposure: trace.exposure
			});
		});
	}
}
function sourceOf$1(type, inHeader, isNote) {
	if (type === "commit" || type === "tag") return `${type}-${inHeader ? "header" : "message"}`;
	return isNote ? "note" : "blob";
}
function occurrence(sighting, source, place) {
	return {
		line: sighting.start.line,
		column: sighting.start.column,
		endLine: sighting.end.line,
		endColumn: sighting.end.column,
		source,
		isName: "isName" in sighting.origin,
		blob: null,
		commit: null,
		author: null,
		date: null,
		refs: [],
		moreRefs: 0,
		inHead: null,
		decodedFrom: sighting.finding.decodedFrom,
		cell: sighting.cell,
		frame: sighting.frame,
		...place,
		path: place.path === null ? sighting.member : require_observe.memberPath(place.path, sighting.member)
	};
}
function comparePlaces(a, b) {
	return SOURCE_ORDER.indexOf(a.source) - SOURCE_ORDER.indexOf(b.source) || Number(b.inHead === true) - Number(a.inHead === true) || compareTexts(a.path ?? "", b.path ?? "") || a.line - b.line || a.column - b.column || compareTexts(a.date ?? "", b.date ?? "") || compareTexts(a.commit ?? "", b.commit ?? "") || compareTexts(a.blob ?? "", b.blob ?? "");
}
const SOURCE_ORDER = [
	"file",
	"index",
	"blob",
	"note",
	"commit-message",
	"commit-header",
	"tag-message",
	"tag-header",
	"ref-name",
	"stdin"
];
function compareTexts(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
// src/credentials/standing-sentence.ts
function standingSentence({ exposure, isCertain, occurrences, provenance, repositories }) {
	if (!isCertain) return `How far it got is not known, since a part of the history could not be read; ${POSSIBLE[exposure]}.`;
	if (occurrences.every(({ source }) => source === "stdin")) return "It is in the text on standard input.";
	switch (exposure) {
		case "pushed": return `It has left this machine${atRemotes(provenance)}: taking it out of the history does not undo that.`;
		case "committed": return committedSentence(repositories);
		case "unreachable": return isInReflog(repositories) ? "It is in a commit that only a reflog has any more." : "It is in an object that nothing refers to any more.";
		case "staged": return "It is staged but not in any commit yet.";
		case "working-tree": return "It is in a file here; no commit that was scanned has it.";
		case "ignored-file": return "It is in a file that git ignores and has not left this machine through git.";
	}
}
const POSSIBLE = {
	pushed: "it may have been pushed",
	committed: "it may be in a commit",
	unreachable: "it may be in a forgotten commit",
	staged: "it may be staged",
	"working-tree": "it is in a file",
	"ignored-file": "it is in a file"
};
function atRemotes(provenance) {
	const names = (provenance?.remotes ?? []).flatMap(({ name }) => name === null || name === "." ? [] : [name]);
	return names.length === 0 ? "" : ` (${names.join(", ")} has it)`;
}
function committedSentence(repositories) {
	const footholds = repositories.flatMap((each) => each.footholds);
	const has = (kind) => footholds.some((foothold) => foothold.kind === kind);
	if (has("commits")) return "It is committed here and in no remote branch that this clone knows of.";
	if (has("stash") || has("stash-base")) return "It is in a stash, which is not pushed with branches.";
	if (has("note")) return "It is in a note on a commit, and in no remote that this clone knows of.";
	if (has("tag-message")) return "It is in the message of a tag; whether that was pushed, this clone does not know.";
	if (has("tagged")) return "It is in an object that a ref names; whether that was pushed, this clone does not know.";
	return "It is committed here and in no remote branch that this clone knows of.";
}
function isInReflog(repositories) {
	return repositories.some(({ footholds }) => footholds.some((foothold) => foothold.kind === "forgotten" && (foothold.entries === null || foothold.entries.length > 0)));
}
// src/credentials/shell.ts
function shellQuote(text) {
	return /^[\w./@:^=+-]+$/.test(text) && !text.startsWith("-") && !text.startsWith("=") ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function pathWords(paths) {
	return paths.map((path) => shellQuote(/[*?[\\]|^:/.test(path) ? `:(literal)${path}` : path)).join(" ");
}
// src/credentials/undo-step.ts
const AGAIN = {
	text: "Run keypetrel again: git remembers old commits in its reflog for weeks, and the report then names what still has it and how to forget that.",
	commands: []
};
// src/credentials/undo-commits.ts
function commitSteps(commits, repository, replacements) {
	if (commits.isPushed) return pushedSteps(commits, repository, replacements);
	return [
		...commits.isLastCommit ? lastCommitSteps(commits) : [...cleanFilesSteps(commits, repository), rewriteStep(commits, repository, replacements)],
		...stashSteps(commits),
		AGAIN
	];
}
function lastCommitSteps({ inContents, inMessages, headPaths }) {
	const steps = [];
	if (inContents) steps.push({
		text: "Take it out of the files, then make the last commit anew, which has not been pushed.",
		commands: [`git commit --amend --no-edit --allow-empty -- ${pathWords(headPaths)}`]
	});
	if (inMessages) steps.push({
		text: "Write another message for the last commit, which has not been pushed; an editor opens.",
		commands: ["git commit --amend --only --allow-empty"]
	});
	return steps;
}
function cleanFilesSteps({ headPaths }, { isBare }) {
	if (isBare || headPaths.length === 0) return [];
	const paths = pathWords(headPaths);
	return [{
		text: "Commit the files without it.",
		commands: [`git diff --quiet HEAD -- ${paths} || git commit --message 'Take a credential out' -- ${paths}`]
	}];
}
function rewriteStep(commits, repository, replacements) {
	const commands = replaceCommands(replacements, commits.isDetached ? ["refs/heads/keypetrel-clean"] : refsOf(commits), commits.bases, repository);
	return {
		text: `Replace it in the commits that have it, none of which has been pushed. ${ABOUT_REWRITING}${aboutBlobs(replacements)}`,
		commands: commits.isDetached ? ["git switch --create keypetrel-clean", ...commands] : commands
	};
}
const ABOUT_REWRITING = "Needs git-filter-repo (https://github.com/newren/git-filter-repo). The list of replacements names the credential by its ends alone. While there are uncommitted changes, which it would throw away, nothing is done: commit or stash them.";
function aboutBlobs({ blobs }) {
	return blobs.length === 0 ? "" : " In binary or encoded files it cannot be replaced: those versions are taken out of the commits as a whole.";
}
function replaceCommands({ lines, blobs }, refs, bases, { isBare }) {
	const commands = [];
	const filters = [];
	if (lines.length > 0) {
		commands.push(`printf '%s\\n' ${lines.map(shellQuote).join(" ")} > ${fileFor("replacements")}`);
		filters.push(`--replace-text ${fileFor("replacements")}`, `--replace-message ${fileFor("replacements")}`);
	}
	if (blobs.length > 0) {
		commands.push(`printf '%s\\n' ${blobs.join(" ")} > ${fileFor("blobs")}`);
		filters.push(`--strip-blobs-with-ids ${fileFor("blobs")}`);
	}
	if (filters.length === 0) return [];
	const range = [typeof refs === "string" ? refs : refs.map(shellQuote).join(" "), ...bases.map((oid) => `^${oid}`)].join(" ");
	const guard = isBare ? "" : "test -z \"$(git status --porcelain --untracked-files=no)\" && ";
	return [...commands, `${guard}git filter-repo --force ${filters.join(" ")} --refs ${range}`];
}
function fileFor(name) {
	return `"$(git rev-parse --git-path keypetrel-${name}.txt)"`;
}
function refsOf({ branches, tags, introducedBy }) {
	if (branches !== null && tags !== null) return [...branches, ...tags];
	return `$(git for-each-ref --format='%(refname)' ${introducedBy.map((oid) => `--contains=${oid}`).join(" ")} refs/heads refs/tags)`;
}
function stashSteps({ stashes }) {
	if (stashes.length === 0) return [];
	return [{
		text: `${stashes.join(" and ")} was made on top of a commit with it and keeps it: apply the stash to the new commits and stash anew, or drop it.`,
		commands: []
	}];
}
function pushedSteps(commits, repository, replacements) {
	const { remotes } = commits;
	const cleaning = remotes.filter(({ branches }) => branches.length > 0);
	const steps = cleanFilesSteps(commits, repository);
	if (cleaning.length > 0) {
		const local = cleaning.flatMap((remote) => newBranches(remote, repository));
		const refs = refsOf({
			...commits,
			branches: withNew(commits, local)
		});
		steps.push({
			text: `Only when the credential is worthless: to clean the history as well, bring your branches up to date and replace it in the commits. ${ABOUT_REWRITING}${aboutBlobs(replacements)}`,
			commands: [
				...repository.isBare ? [] : cleaning.map(({ name }) => `git fetch ${remoteName(name)}`),
				...local.map(({ branch, remote }) => `git branch --track ${shellQuote(branch)} ${shellQuote(`${remote}/${branch}`)}`),
				...replaceCommands(replacements, refs, commits.bases, repository)
			]
		});
		const pushes = cleaning.flatMap((remote) => pushCommands(remote, commits, repository));
		if (pushes.length > 0) steps.push({
			text: "Push the new commits. The push is refused when somebody has pushed in between: then fetch, and begin again. Tags only if the remote has them. Everybody else has to clone anew: one merge from an old clone brings all of it back.",
			commands: pushes
		});
	}
	steps.push({
		text: `Clones, forks and caches keep the old commits${remotes.some(({ hasReviews }) => hasReviews) ? ", and so do the pull requests here" : ", and so do pull requests"}: ask the host to delete those that it can, and count the credential as public.`,
		commands: []
	});
	if (cleaning.length > 0) steps.push(...stashSteps(commits), AGAIN);
	return steps;
}
function newBranches({ name, branches }, { isBare }) {
	if (isBare || name === null) return [];
	return branches.filter(({ isLocal }) => !isLocal).map(({ name: branch }) => ({
		branch,
		remote: name
	}));
}
function withNew({ branches }, local) {
	return branches === null ? null : [...new Set([...branches, ...local.map(({ branch }) => `refs/heads/${branch}`)])];
}
function pushCommands({ name, branches }, { tags }, { isBare }) {
	if (name === ".") return [];
	const remote = remoteName(name);
	const names = branches.map(({ name: branch }) => shellQuote(branch)).join(" ");
	const lease = isBare ? branches.map(({ name: branch, tip }) => `--force-with-lease=${shellQuote(branch)}:${tip}`).join(" ") : "--force-with-lease --force-if-includes";
	const ofTags = (tags ?? []).map((tag) => `git push --force ${remote} ${shellQuote(tag)}`);
	return [`git push ${lease} ${remote} ${names}`, ...ofTags];
}
function remoteName(name) {
	return name === null ? "<remote>" : shellQuote(name);
}
// src/credentials/undo-forgotten.ts
function forgetSteps({ entries, pseudoRefs, reflogs }) {
	const steps = [{
		text: "git deletes it by itself after some weeks. To have it gone now, look first what else nothing refers to (dropped stashes, commits that no reflog has): the last command deletes all that is listed. Put a branch on what you need (git branch <name> <commit>).",
		commands: ["git fsck --unreachable --no-progress"]
	}];
	const forget = [...entriesCommands(entries, reflogs), ...pseudoRefs.map((name) => `git update-ref -d ${name}`)];
	if (forget.length > 0) steps.push({
		text: entries === null ? `Forget what only the reflogs ${reflogs.join(", ")} have: every commit there that its branch does not have any more, not this one alone.` : "Take exactly these entries out of the reflogs; all others stay.",
		commands: forget
	});
	steps.push({
		text: "Delete what nothing refers to, while no other git runs here. The reflogs are left as they are.",
		commands: ["git -c gc.reflogExpire=never -c gc.reflogExpireUnreachable=never gc --quiet --prune=now"]
	});
	return steps;
}
function entriesCommands(entries, reflogs) {
	if (entries === null) return reflogs.map((log) => `git reflog expire --rewrite --expire=never --expire-unreachable=now ${shellQuote(log)}`);
	return entries.map((entry) => `git reflog delete --rewrite ${shellQuote(entry)}`);
}
// src/credentials/undo.ts
function undoSteps(facts) {
	const { repositories, replacements } = facts;
	const isOneOfSeveral = repositories.length > 1;
	const inRepositories = repositories.flatMap((repository) => {
		return inFolder(repository.footholds.flatMap((foothold) => stepsFor(foothold, repository, replacements)), repository, isOneOfSeveral);
	});
	return [...fileSteps(facts), ...inRepositories].map((step) => ({
		stage: "undo",
		...step
	}));
}
function stepsFor(foothold, repository, replacements) {
	switch (foothold.kind) {
		case "staged": return [stagedStep(foothold, repository)];
		case "commits": return commitSteps(foothold, repository, replacements);
		case "tag-message":
		case "tagged": return tagSteps(foothold);
		case "note": return [{
			text: "Replace it in the notes, whose older versions git keeps as well. Needs git-filter-repo, and no uncommitted changes.",
			commands: replaceCommands(replacements, foothold.refs, [], repository)
		}, AGAIN];
		case "stash": return [{
			text: `Drop ${foothold.stashes.join(" and ")}. A stash goes as a whole: look first whether it has anything that you need.`,
			commands: foothold.stashes.flatMap((stash) => [`git stash show --stat --include-untracked ${shellQuote(stash)}`, `git stash drop ${shellQuote(stash)}`])
		}, AGAIN];
		case "stash-base": return [{
			text: `${foothold.stashes.join(" and ")} was made on top of a commit with it, which only the stash has any more. Apply it, and stash anew what is still needed.`,
			commands: foothold.stashes.flatMap((stash) => [`git stash pop --index ${shellQuote(stash)}`, "git stash push --include-untracked"])
		}, AGAIN];
		case "forgotten": return forgetSteps(foothold);
		case "name": return [{
			text: "It is in the name of a file, folder or ref: rename that, here and at every remote. In commits git-filter-repo renames files (--filename-callback); replacing texts does not reach their names.",
			commands: []
		}];
		case "unknown": return [{
			text: "Find out what is broken here, and repair it or clone anew, before you take anything out; until then run nothing that deletes objects (git gc, git prune). Then run keypetrel again.",
			commands: ["git fsck --full --no-dangling"]
		}];
	}
}
function inFolder(steps, { folder }, isOneOfSeveral) {
	const withCommands = steps.findIndex(({ commands }) => commands.length > 0);
	if (folder === null || withCommands === -1) return steps;
	return steps.map((step, index) => ({
		text: isOneOfSeveral ? `In ${folder}: ${step.text}` : step.text,
		commands: index === withCommands ? [`cd ${shellQuote(folder)}`, ...step.commands] : step.commands
	}));
}
function fileSteps({ occurrences, repositories }) {
	const files = occurrences.filter(({ source }) => source === "file");
	const kept = files.filter(({ exposure }) => exposure === "ignored-file").map(fileOf);
	const open = files.filter(({ exposure }) => exposure !== "ignored-file").map(fileOf);
	const isInHead = repositories.some((repository) => repository.isInHead);
	const steps = [];
	if (open.length > 0) {
		const text = isInHead ? "and read the new value from elsewhere" : "before you commit";
		steps.push({
			text: `Take it out of ${namesInWords(open)}, ${text}.`,
			commands: []
		});
	}
	if (kept.length > 0) steps.push({
		text: `Keep ${namesInWords(kept)} out of git, backups and images, or move the value to a secret store.`,
		commands: []
	});
	return steps;
}
function fileOf({ path }) {
	return path ?? "";
}
const MOST_NAMES$1 = 3;
function namesInWords(paths) {
	const names = [...new Set(paths)];
	const shown = names.slice(0, MOST_NAMES$1).join(", ");
	return names.length > MOST_NAMES$1 ? `${shown} and ${names.length - MOST_NAMES$1} more` : shown;
}
function stagedStep({ paths, worktree }, { isUnborn, isInHead }) {
	const names = pathWords(paths);
	if (worktree !== null) {
		const folder = worktree === "" ? "<work tree>" : shellQuote(worktree);
		return {
			text: `Take it out of the index of the other work tree${worktree === "" ? "" : ` ${worktree}`}; its files stay as they are. Then take it out of them.`,
			commands: [`git -C ${folder} restore --staged -- ${names}`]
		};
	}
	if (isInHead) return {
		text: "Take it out of the files, and stage them again.",
		commands: [`git add -- ${names}`]
	};
	return {
		text: "Take it out of the index; the files stay as they are. Stage them again without it.",
		commands: [isUnborn ? `git rm --cached --force --quiet -- ${names}` : `git restore --staged -- ${names}`]
	};
}
function tagSteps({ kind, refs, remote }) {
	const tags = refs.filter((ref) => ref.startsWith("refs/tags/"));
	const others = refs.filter((ref) => !ref.startsWith("refs/tags/"));
	const short = (ref) => shellQuote(ref.slice(10));
	const isMessage = kind === "tag-message";
	const target = remote === null || remote === "." || remote === "?" ? "<remote>" : shellQuote(remote);
	const steps = [];
	if (tags.length > 0) {
		steps.push({
			text: isMessage ? "Make the tag anew with another message; an editor opens." : "Delete the tag: the object is nothing but what it names.",
			commands: tags.map((ref) => isMessage ? `git tag --annotate --force ${short(ref)} ${shellQuote(`${ref}^{}`)}` : `git tag --delete ${short(ref)}`)
		});
		const action = isMessage ? "--force" : "--delete";
		steps.push({
			text: "If the tag was pushed, which a clone does not know, change it there too; who has fetched it keeps it.",
			commands: tags.map((ref) => `git push ${action} ${target} ${shellQuote(ref)}`)
		});
	}
	if (others.length > 0) steps.push({
		text: "Delete the ref: nothing else holds the object.",
		commands: others.map((ref) => `git update-ref -d ${shellQuote(ref)}`)
	});
	return steps;
}
// src/credentials/remediation.ts
function remediationFor(facts) {
	const { template } = facts;
	const plan = [
		...filledIn("revoke", template.revoke, facts),
		...filledIn("investigate", template.investigate, facts),
		...undoSteps(facts),
		...filledIn("prevent", template.prevent, facts),
		NEXT_TIME
	];
	return {
		summary: `${standingSentence(facts)} ${template.summary}`,
		steps: plan.map(({ text }) => text),
		commands: plan.flatMap(({ commands }) => commands),
		plan
	};
}
const NEXT_TIME = {
	stage: "prevent",
	text: "Keep the value in an environment variable or a secret store, name the file that holds it in .gitignore, and let a hook look at each commit.",
	commands: ["keypetrel hook install"]
};
function filledIn(stage, steps, { finding, provenance }) {
	const since = sinceWhen(finding, provenance);
	return steps.map(({ text, commands }) => ({
		stage,
		text,
		commands: commands.map((command) => fillIn(command, finding, since))
	}));
}
function sinceWhen({ issued }, provenance) {
	if (issued !== null) return `${issued}-01`;
	const date = provenance?.first?.date?.slice(0, 10) ?? "";
	return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}
function fillIn(command, { endpoint }, since) {
	const resource = /^([a-z0-9-]+)\.[a-z]/.exec(endpoint ?? "")?.[1];
	return command.replaceAll("{resource}", resource ?? "<resource>").replaceAll(/\{(?:since|issued)\}/g, since ?? "<date>");
}
// src/credentials/group.ts
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low"
];
const EXPOSURES$1 = [
	"ignored-file",
	"working-tree",
	"staged",
	"unreachable",
	"committed",
	"pushed"
];
function groupCredentials(sightings, rules, showSecrets, stories = NO_STORIES) {
	const groups = new Map();
	for (const each of sightings) {
		const group = groups.get(each.fingerprint);
		if (group) group.push(each);
		else groups.set(each.fingerprint, [each]);
	}
	return [...groups].map(([fingerprint, group]) => toCredential(fingerprint, group, rules, showSecrets, stories)).sort(compareCredentials);
}
function toCredential(fingerprint, sightings, rules, showSecrets, stories) {
	const findings = sightings.map(({ sighting }) => sighting.finding);
	const best = strongest(findings);
	const occurrences = sightings.flatMap((sighting) => occurrencesOf(sighting, stories)).sort(comparePlaces);
	const exposure = furthest(occurrences.map((each) => each.exposure));
	const provenance = stories.provenances.get(fingerprint) ?? null;
	const rule = rules.find((file) => file.family === best.family);
	if (!rule) throw new Error(`a finding of the family ${best.family}, which no rule defines`);
	return {
		fingerprint,
		rule: best.rule,
		title: best.title,
		service: best.service,
		severity: best.severity,
		confidence: best.confidence,
		checksum: best.checksum,
		issued: best.issued,
		endpoint: best.endpoint ?? findings.find((each) => each.endpoint !== null)?.endpoint ?? null,
		redacted: require_observe.redact(best.secret),
		length: best.secret.length,
		entropy: Math.round(require_own_compiler.shannonEntropy(best.secret) * 100) / 100,
		...showSecrets && { secret: best.secret },
		evidence: best.evidence,
		exposure,
		provenance: incomplete(sightings) ? {
			...NOT_TOLD,
			...provenance,
			complete: false
		} : provenance,
		occurrences,
		remediation: remediationFor({
			template: require_advice.remediationOf(rule, best.rule),
			finding: best,
			exposure,
			isCertain: !incomplete(sightings),
			occurrences,
			replacements: replacementsOf(sightings),
			provenance,
			repositories: stories.footholds.get(fingerprint) ?? []
		})
	};
}
const NOT_TOLD = {
	complete: false,
	first: null,
	renames: [],
	inHead: null,
	removed: null,
	refs: [],
	moreRefs: 0,
	remotes: []
};
function incomplete(sightings) {
	return sightings.some(({ traces }) => traces.some(({ isCertain }) => !isCertain));
}
function replacementsOf(sightings) {
	const lines = new Set();
	const blobs = new Set();
	for (const { sighting } of sightings) {
		const { origin, replacement } = sighting;
		if (origin.kind !== "object" || origin.isName === true) continue;
		if (replacement !== null) lines.add(replacement);
		else if (origin.type === "blob") blobs.add(origin.oid);
	}
	return {
		lines: [...lines].sort(),
		blobs: [...blobs].sort()
	};
}
function strongest(findings) {
	return findings.reduce((best, finding) => strength(finding) > strength(best) ? finding : best);
}
function strength(finding) {
	const score = finding.evidence.reduce((sum, item) => sum + item.weight, 0);
	return require_version.CONFIDENCE_LEVELS.indexOf(finding.confidence) * 1e3 + score;
}
function furthest(exposures) {
	return EXPOSURES$1[Math.max(...exposures.map((exposure) => EXPOSURES$1.indexOf(exposure)))] ?? "working-tree";
}
function compareCredentials(a, b) {
	const [first, second] = [a.occurrences[0], b.occurrences[0]];
	return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || require_version.CONFIDENCE_LEVELS.indexOf(b.confidence) - require_version.CONFIDENCE_LEVELS.indexOf(a.confidence) || compareTexts(first?.path ?? "", second?.path ?? "") || (first?.line ?? 0) - (second?.line ?? 0) || (first && second ? comparePlaces(first, second) : 0) || compareTexts(a.fingerprint, b.fingerprint);
}
// src/credentials/name-redactor.ts
const BEGINNING = 16;
function createTextRedactor(secrets) {
	const beginning = secrets.reduce((least, { length }) => Math.min(least, length), BEGINNING);
	const byBeginning = groupByBeginning(secrets, beginning);
	return (text) => {
		let result = "";
		let taken = 0;
		for (let at = 0; at + beginning <= text.length; at += 1) {
			const group = byBeginning.get(text.slice(at, at + beginning));
			const secret = group === void 0 ? null : longestAt(text, at, group);
			if (secret === null) continue;
			result += text.slice(taken, at) + require_observe.redact(secret);
			taken = at + secret.length;
			at = taken - 1;
		}
		return result + text.slice(taken);
	};
}
function groupByBeginning(secrets, beginning) {
	const groups = new Map();
	for (const secret of secrets) {
		const start = secret.slice(0, beginning);
		const group = groups.get(start) ?? {
			secrets: new Set(),
			lengths: new Set()
		};
		groups.set(start, group);
		group.secrets.add(secret);
		group.lengths.add(secret.length);
	}
	return groups;
}
function longestAt(text, at, { secrets, lengths }) {
	let longest = null;
	for (const length of lengths) {
		const candidate = text.slice(at, at + length);
		if (candidate.length > (longest?.length ?? 0) && secrets.has(candidate)) longest = candidate;
	}
	return longest;
}
function redactNames(credential, redactText) {
	const orNull = (text) => text === null ? null : redactText(text);
	const { summary, steps, commands, plan } = credential.remediation;
	return {
		...credential,
		endpoint: orNull(credential.endpoint),
		evidence: credential.evidence.map((item) => ({
			...item,
			detail: redactText(item.detail)
		})),
		provenance: credential.provenance === null ? null : redactProvenance(credential.provenance, redactText),
		occurrences: credential.occurrences.map((each) => ({
			...each,
			path: orNull(each.path),
			author: orNull(each.author),
			refs: each.refs.map(redactText)
		})),
		remediation: {
			summary: redactText(summary),
			steps: steps.map(redactText),
			commands: commands.map(redactText),
			plan: plan.map((step) => ({
				stage: step.stage,
				text: redactText(step.text),
				commands: step.commands.map(redactText)
			}))
		}
	};
}
function redactProvenance(provenance, redactText) {
	const orNull = (text) => text === null ? null : redactText(text);
	const { first, renames, removed, refs, remotes } = provenance;
	return {
		...provenance,
		first: first === null ? null : {
			...first,
			author: orNull(first.author),
			path: orNull(first.path)
		},
		renames: renames.map((each) => ({
			...each,
			author: orNull(each.author),
			from: redactText(each.from),
			to: redactText(each.to)
		})),
		removed: removed === null ? null : {
			...removed,
			author: orNull(removed.author)
		},
		refs: refs.map(redactText),
		remotes: remotes.map((each) => ({
			...each,
			name: orNull(each.name),
			refs: each.refs.map(redactText)
		}))
	};
}
// src/scan/observer.ts
function watched(engine, observer) {
	if (observer === null) return {
		engine,
		emitting: (emit) => emit
	};
	let current = null;
	return {
		engine: require_observe.observed(engine, (judgement, bytes) => {
			if (current !== null) observer.judged(judgement, bytes, current);
		}),
		emitting: (emit) => (content) => {
			current = content;
			emit(content);
		}
	};
}
// src/git/damaged-repository.ts
function findDamagedRepository(folder, found) {
	const top = found?.workTree ?? found?.gitDir;
	const ceilings = (process.env["GIT_CEILING_DIRECTORIES"] ?? "").split(node_path.delimiter);
	const device = statOf(folder)?.dev;
	for (let each = folder; each !== top; each = (0, node_path.dirname)(each)) {
		if (each !== folder && (ceilings.includes(each) || statOf(each)?.dev !== device)) return null;
		const gitDir = gitFolderOf(each);
		if (gitDir !== null) return gitDir === found?.gitDir ? null : {
			gitDir,
			reason: damageOf(gitDir)
		};
		if (each === (0, node_path.dirname)(each)) return null;
	}
	return null;
}
function gitFolderOf(folder) {
	const gitDir = (0, node_path.join)(folder, ".git");
	if (statOf(gitDir)?.isDirectory() === true) return looksLikeGit(gitDir) ? gitDir : null;
	return looksBare(folder) ? folder : null;
}
function looksLikeGit(gitDir) {
	return !mayBeEntered(gitDir) || [
		"HEAD",
		"objects",
		"refs"
	].some((name) => isThere((0, node_path.join)(gitDir, name)));
}
function looksBare(folder) {
	const isFolder = (name) => statOf((0, node_path.join)(folder, name))?.isDirectory() === true;
	if (!isFolder("objects")) return false;
	const hasStore = isFolder("objects/pack") || isFolder("objects/info");
	return [
		isFolder("refs"),
		isThere((0, node_path.join)(folder, "HEAD")),
		hasStore
	].filter(Boolean).length >= 2;
}
function damageOf(gitDir) {
	if (!mayBeEntered(gitDir)) return "it may not be entered";
	for (const name of ["objects", "refs"]) {
		if (!isThere((0, node_path.join)(gitDir, name))) return `it has no folder "${name}"`;
		if (!mayBeEntered((0, node_path.join)(gitDir, name))) return `its folder "${name}" may not be entered`;
	}
	return damageOfHead((0, node_path.join)(gitDir, "HEAD")) ?? "git does not take it for a repository";
}
function damageOfHead(head) {
	if (!isThere(head)) return "it has no HEAD";
	try {
		const text = (0, node_fs.readFileSync)(head, "latin1");
		if (text.trim() === "") return "its HEAD is empty";
		return /^(?:ref:\s*refs\/|[0-9a-f]{40})/.test(text) ? null : "its HEAD names neither a branch nor a commit";
	} catch {
		return "its HEAD may not be read";
	}
}
function mayBeEntered(folder) {
	try {
		(0, node_fs.accessSync)(folder, node_fs.constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
function isThere(path) {
	try {
		(0, node_fs.lstatSync)(path);
		return true;
	} catch {
		return false;
	}
}
function statOf(path) {
	try {
		return (0, node_fs.statSync)(path, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
// src/scan/roots.ts
async function findRoots(paths, options = {}) {
	if (options.target === "stdin") return [NOWHERE$1];
	const groups = new Map();
	for (const path of paths) {
		const place = await locate(path, options);
		const gaps = new Set();
		const repository = await discoverOrGap(place.folder, options, gaps);
		const folder = repository?.workTree ?? repository?.gitDir ?? await folderOf(place.folder);
		const group = groups.get(folder) ?? {
			repository,
			paths: [],
			past: [],
			gaps
		};
		groups.set(folder, group);
		for (const gap of gaps) group.gaps.add(gap);
		const inside = below(folder, (0, node_path.join)(place.folder, place.rest));
		if (repository !== null && (place.rest !== "" || repository.workTree === null && inside !== "")) {
			const { isKnownPath } = await Promise.resolve().then(() => require("./git-known-path.cjs"));
			if (await isKnownPath(repository, inside, options)) group.past.push(inside);
			else if (place.rest === "") group.paths.push(place.folder);
			else throw notThere(path, ", and no commit has one");
		} else if (place.rest !== "") throw notThere(path);
		else group.paths.push(place.folder);
		if (gaps.size > 0) continue;
		const damaged = findDamagedRepository(await require_repository.startingFolder(place.folder), repository);
		if (damaged !== null) group.gaps.add(`${gitFolderName(folder, damaged.gitDir)}: ${damaged.reason}`);
	}
	return [...groups].map(([folder, { repository, paths: existing, past, gaps }]) => ({
		folder,
		prefix: "",
		repository,
		paths: existing,
		isInScope: scopeOf(folder, repository, existing, past),
		gaps: [...gaps]
	}));
}
async function discoverOrGap(path, options, gaps) {
	try {
		return await require_repository.discoverRepository(path, {
			indexFile: options.indexFile ?? null,
			signal: options.signal
		});
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof require_exit_code.GitError)) throw error;
		gaps.add(require_exit_code.reasonOf(error));
		return null;
	}
}
const NOWHERE$1 = {
	folder: "",
	prefix: "",
	repository: null,
	paths: [],
	isInScope: () => true,
	gaps: []
};
async function locate(path, { target = "auto" }) {
	const mayBePast = target !== "files";
	let rest = "";
	for (let absolute = (0, node_path.resolve)(path);; absolute = (0, node_path.dirname)(absolute)) try {
		return {
			folder: await (0, node_fs_promises.realpath)(absolute),
			rest
		};
	} catch (error) {
		const { code = "unknown error" } = error;
		if (code !== "ENOENT" && code !== "ENOTDIR") throw new require_exit_code.UserError(`cannot open ${JSON.stringify(path)} (${code})`);
		if (!mayBePast) throw notThere(path);
		rest = (0, node_path.join)((0, node_path.basename)(absolute), rest);
	}
}
function notThere(path, more = "") {
	return new require_exit_code.UserError(`there is no file or folder ${JSON.stringify(path)}${more}`);
}
async function folderOf(path) {
	return (await (0, node_fs_promises.stat)(path)).isDirectory() ? path : (0, node_path.dirname)(path);
}
async function openNested(outer, path, options) {
	const folder = (0, node_path.join)(outer.folder, path);
	if (await (0, node_fs_promises.realpath)(folder).catch(() => null) !== folder) return null;
	try {
		const repository = await require_repository.discoverRepository(folder, { signal: options.signal });
		if (repository?.workTree === folder) return {
			folder,
			prefix: `${outer.prefix}${path}/`,
			repository,
			paths: [folder],
			isInScope: () => true,
			gaps: []
		};
		const damaged = findDamagedRepository(folder, repository);
		return damaged === null ? null : { gap: `${gitFolderName(outer.folder, damaged.gitDir)}: ${damaged.reason}` };
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof require_exit_code.UserError || error instanceof require_exit_code.GitError)) throw error;
		return { gap: `${path}: ${error.message}` };
	}
}
function gitFolderName(folder, gitDir) {
	const inside = below(folder, gitDir);
	return inside === "" || inside.startsWith("..") ? gitDir : inside;
}
function scopeOf(folder, repository, paths, past) {
	const inside = [...paths.map((path) => below(folder, path)), ...past];
	if (inside.includes("") || repository !== null && repository.workTree === null && paths.length > 0 || inside.some((path) => path.startsWith(".."))) return () => true;
	return (path) => path !== null && inside.some((each) => path === each || path.startsWith(`${each}/`));
}
function below(folder, path) {
	return (0, node_path.relative)(folder, path).split(node_path.sep).join("/");
}
// src/detect/repository-host.ts
function looksAtRepository(rule) {
	return rule.file.evidence.some(({ view }) => view === "host-repository");
}
function withRepositoryHost(finding, rule, host, path) {
	const item = rule.evidence.find(({ rule: each, match }) => each.view === "host-repository" && match.test(host));
	const paired = {
		...finding,
		endpoint: host
	};
	if (item === void 0 || finding.evidence.some(({ kind }) => kind === item.rule.kind)) return paired;
	const detail = item.rule.says.replace("{host}", require_own_compiler.printableName(host)).replace("{path}", require_own_compiler.printableName(path));
	const evidence = [...finding.evidence, {
		kind: item.rule.kind,
		weight: item.rule.weight,
		detail
	}];
	const confidence = finding.confidence === "proven" ? "proven" : require_own_compiler.confidenceOf(require_own_compiler.scoreOf(evidence), rule.file.thresholds) ?? finding.confidence;
	return {
		...paired,
		evidence,
		confidence
	};
}
// src/scan/repository-hosts.ts
const MOST_COMMITS$1 = 4;
const MOST_BYTES = 4194304;
const MOST_MENTIONS = 5e3;
async function findRepositoryHosts(root, places, suffixes, options) {
	const pattern = require_own_compiler.hostPattern(suffixes);
	if (pattern === null) return new Map();
	const search = async (place) => {
		const mentions = [];
		const take = (path, text) => {
			if (mentions.length >= MOST_MENTIONS) return;
			for (const { host, resource } of require_own_compiler.findHosts(text, pattern, 0)) if (resource !== "") mentions.push({
				host,
				path
			});
		};
		if (place === "files") await readFiles(root, suffixes, take, options);
		else await grep(root, place, suffixes, take, options);
		return [place, mentions];
	};
	return new Map(await Promise.all(withoutExcess(places).map(search)));
}
function withoutExcess(places) {
	const isCommit = (place) => place !== "files" && place !== "index";
	return [...places.filter((place) => !isCommit(place)), ...places.filter(isCommit).slice(0, MOST_COMMITS$1)];
}
async function grep({ repository }, place, suffixes, take, { signal }) {
	if (repository === null) return;
	const { grepFiles } = await Promise.resolve().then(() => require("./git-grep.cjs"));
	await grepFiles(repository, place, suffixes, take, {
		signal,
		maxBytes: MOST_BYTES
	});
}
async function readFiles({ folder, prefix, repository, paths }, suffixes, take, { include, exclude, gitignore = true, signal }) {
	const { fileSource } = await Promise.resolve().then(() => require("./sources-files.cjs"));
	const marks = suffixes.map((suffix) => Buffer.from(suffix));
	const emit = ({ origin, bytes, piece }) => {
		if (origin.kind !== "file" || piece.line !== 1 || bytes.length > MOST_BYTES) return;
		const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (marks.some((mark) => content.includes(mark))) take(origin.path, require_own_compiler.latin1(bytes, 0, bytes.length));
	};
	await fileSource({
		root: folder,
		repository: repository?.workTree == null ? null : repository,
		paths,
		include,
		exclude,
		prefix,
		gitignore,
		signal
	})(emit, new require_coverage.Coverage());
}
function hostPlaceOf({ sighting, traces }) {
	switch (sighting.origin.kind) {
		case "file": return "files";
		case "index": return "index";
		case "object": {
			const commit = traces.find((trace) => trace.path !== null)?.commit;
			return commit == null ? null : commit;
		}
		case "ref":
		case "stdin": return null;
	}
}
// src/scan/pair-endpoints.ts
async function pairEndpoints(root, sightings, engine, options) {
	const rules = new Map(engine.patterns.map(({ rule }) => [rule.file.family, rule]));
	const open = new Map();
	for (const placed of sightings) {
		const { endpoint, family } = placed.sighting.finding;
		const rule = rules.get(family);
		if (endpoint === null && rule !== void 0 && looksAtRepository(rule)) open.set(placed, rule);
	}
	if (open.size === 0) return [...sightings];
	const hosts = await findRepositoryHosts(root, byFrequency([...open.keys()].flatMap((placed) => hostPlaceOf(placed) ?? [])), [...new Set([...open.values()].flatMap(({ file }) => file.hosts))], options);
	return sightings.map((placed) => {
		const rule = open.get(placed);
		const place = hostPlaceOf(placed);
		return place === null || rule === void 0 ? placed : paired(placed, rule, hosts.get(place) ?? []);
	});
}
function paired(placed, rule, mentions) {
	const { sighting, traces } = placed;
	const mention = closest(traces.find((trace) => trace.path !== null)?.path ?? require_observe.pathOf(sighting.origin) ?? "", ownHosts(rule, sighting.finding.rule, mentions));
	if (mention === null) return placed;
	const finding = withRepositoryHost(sighting.finding, rule, mention.host, mention.path);
	return {
		...placed,
		sighting: {
			...sighting,
			finding
		}
	};
}
function ownHosts(rule, id, mentions) {
	const ofFamily = mentions.filter(({ host }) => rule.file.hosts.some((suffix) => host.endsWith(suffix)));
	const service = rule.variants.find(({ variant }) => variant.id === id);
	const ofService = ofFamily.filter(({ host }) => service?.host?.test(host) ?? false);
	return service !== void 0 && service.host !== null && service !== rule.variants.at(-1) || ofService.length > 0 ? ofService : ofFamily;
}
function closest(path, mentions) {
	const distances = mentions.map((mention) => distanceBetween(path, mention.path));
	const least = Math.min(...distances);
	const nearest = mentions.filter((_, index) => distances[index] === least);
	return new Set(nearest.map(({ host }) => host)).size === 1 ? nearest[0] ?? null : null;
}
function distanceBetween(one, other) {
	const [a, b] = [one.split("/").slice(0, -1), other.split("/").slice(0, -1)];
	let shared = 0;
	while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
	return a.length + b.length - 2 * shared;
}
function byFrequency(places) {
	const counts = new Map();
	for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a).map(([place]) => place);
}
// src/scan/root-memory.ts
async function openMemory({ repository }, { target = "auto", cache = false, allObjects = false, log }, rulesKey) {
	if (repository === null || cache === false || allObjects || !(target === "auto" || target === "history")) return null;
	const { HistoryCache } = await Promise.resolve().then(() => require("./cache-history-cache.cjs"));
	return HistoryCache.open(repository, cache, rulesKey, log);
}
// src/git/head-blobs.ts
async function listHeadBlobs(repository, options = {}) {
	const blobs = new Set();
	if (repository.head === null) return blobs;
	const git = require_repository.startGit(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		repository.head
	], options);
	git.stdin.end();
	await require_split_stream.splitStream(git.stdout, 0, (part) => {
		const [, type, oid = ""] = Buffer.from(part).toString("latin1", 0, 100).split(/[ \t]/, 3);
		const parsed = type === "blob" ? require_repository.parseObjectId(oid) : null;
		if (parsed) blobs.add(parsed);
	});
	await git.exit;
	return blobs;
}
// src/scan/sources.ts
async function sourcesOf(root, options, rules, onRepository) {
	const modes = modesOf(options.target ?? "auto", root);
	let screen = null;
	const screenOf = () => {
		screen ??= makeScreen(rules);
		return screen;
	};
	const wanted = {
		options,
		rules,
		screenOf,
		onRepository,
		isAlone: modes.length === 1
	};
	return Promise.all(modes.map(async (mode) => ({
		mode,
		source: await sourceOf(mode, root, wanted)
	})));
}
function modesOf(target, root) {
	const { repository } = root;
	switch (target) {
		case "stdin": return ["stdin"];
		case "files": return ["files"];
		case "staged": return ["index"];
		case "history": return ["history"];
		case "range": return ["range"];
		case "auto":
			if (repository === null) return ["files"];
			if (repository.workTree === null) return ["history"];
			return root.paths.length === 0 ? ["index", "history"] : [
				"files",
				"index",
				"history"
			];
	}
}
async function makeScreen(rules) {
	const { createScreen } = await Promise.resolve().then(() => require("./screen.cjs")).then((n) => n.screen_exports);
	return createScreen(rules, await require_own_compiler.compilerForOwn(rules));
}
async function sourceOf(mode, root, { options, rules, screenOf, onRepository, isAlone }) {
	const { include, exclude, signal, onProgress } = options;
	const common = {
		include,
		exclude,
		prefix: root.prefix,
		signal,
		onProgress
	};
	switch (mode) {
		case "stdin": {
			const { stdinSource } = await Promise.resolve().then(() => require("./sources-stdin.cjs"));
			if (!options.input) throw new require_exit_code.UserError("nothing to read: --stdin needs input on standard input");
			return stdinSource(options.input, { signal });
		}
		case "files": {
			const { fileSource } = await Promise.resolve().then(() => require("./sources-files.cjs"));
			const { folder, repository, paths } = root;
			return fileSource({
				...common,
				root: folder,
				repository: repository?.workTree == null ? null : repository,
				paths,
				gitignore: options.gitignore ?? true,
				jobs: options.jobs,
				onRepository,
				screen: await screenOf()
			});
		}
		case "index": {
			const { indexSource } = await Promise.resolve().then(() => require("./sources-index-source.cjs"));
			const repository = repositoryOf(root, "--staged");
			if (options.target === "staged") {
				const changes = await stagedChanges(repository, signal);
				const entries = changes === null ? {} : { entries: changes };
				return indexSource({
					...common,
					...entries,
					repository,
					screen: await screenOf()
				});
			}
			const committed = await listHeadBlobs(repository, { signal });
			return indexSource({
				...common,
				repository,
				isAlone,
				skip: (oid) => committed.has(oid)
			});
		}
		case "range": {
			const { rangeSource } = await Promise.resolve().then(() => require("./sources-range.cjs"));
			const range = options.range ?? {
				kind: "commits",
				names: []
			};
			return rangeSource({
				repository: repositoryOf(root, "--range"),
				range,
				screen: await screenOf(),
				signal,
				onProgress
			});
		}
		case "history": {
			const { historySource } = await Promise.resolve().then(() => require("./sources-history.cjs"));
			const repository = repositoryOf(root, "--history");
			const allObjects = options.allObjects ?? false;
			const { packWorkers } = await Promise.resolve().then(() => require("./scan-pack-workers.cjs"));
			const history = historySource({
				repository,
				allObjects,
				screen: await screenOf(),
				startWorkers: packWorkers(rules, options.jobs),
				memory: root.memory ?? void 0,
				signal,
				onProgress
			});
			return isAlone ? withRepositories(history, root, onRepository, signal) : history;
		}
	}
}
async function stagedChanges(repository, signal) {
	const { listStagedChanges } = await Promise.resolve().then(() => require("./git-staged-changes.cjs"));
	try {
		return await listStagedChanges(repository, { signal });
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof require_exit_code.GitError)) throw error;
		return null;
	}
}
function withRepositories(history, { folder, repository, paths }, onRepository, signal) {
	if (repository === null || repository.workTree === null || paths.length === 0) return history;
	return async (emit, coverage) => {
		const { listFiles } = await Promise.resolve().then(() => require("./sources-file-list.cjs"));
		await listFiles({
			root: folder,
			repository,
			paths,
			signal,
			onRepository
		}, new require_coverage.Coverage());
		await history(emit, coverage);
	};
}
function repositoryOf(root, option) {
	if (root.repository) return root.repository;
	const [gap] = root.gaps;
	if (gap !== void 0) throw new require_exit_code.UserError(`${option} needs a git repository that git can read; ${gap}`);
	throw new require_exit_code.UserError(`${option} needs a git repository, and ${JSON.stringify(root.folder)} is in none`);
}
// src/scan/split-names.ts
function splitNames(credentials) {
	const isName = ({ origin }) => origin.kind === "ref" || pathNameOf(origin) !== null;
	const only = (wanted) => credentials.map(({ fingerprint, sightings }) => ({
		fingerprint,
		sightings: sightings.filter((each) => isName(each) === wanted)
	})).filter(({ sightings }) => sightings.length > 0);
	return {
		names: only(true),
		others: only(false)
	};
}
function pathNameOf(origin) {
	if (origin.kind !== "object" || origin.isName !== true || origin.path === null) return null;
	return {
		...origin,
		path: origin.path
	};
}
// src/sources/windows.ts
const WINDOW_SIZES = {
	window: 8388608,
	overlap: 65536
};
const LONGEST_TAIL = 3;
var Windower = class {
	#emit;
	#sizes;
	#origins = [];
	#buffer = Buffer.alloc(0);
	#length = 0;
	#ownedStart = 0;
	#position = require_observe.START;
	#size = null;
	#isEmitted = false;
	constructor(emit, sizes = WINDOW_SIZES) {
		this.#emit = emit;
		this.#sizes = sizes;
	}
	begin(origins, size) {
		this.#origins = origins;
		this.#size = size;
		this.#length = 0;
		this.#ownedStart = 0;
		this.#position = require_observe.START;
		this.#isEmitted = false;
	}
	push(bytes) {
		if (bytes.length === 0) return;
		if (this.#length === 0 && bytes.length === this.#size && bytes.length <= this.#sizes.window) {
			this.#emitPiece(bytes, require_observe.wholePiece(bytes.length));
			this.#isEmitted = true;
			return;
		}
		for (let at = 0; at < bytes.length;) {
			if (this.#length === this.#capacity()) this.#emitWindow();
			const count = Math.min(bytes.length - at, this.#capacity() - this.#length);
			this.#reserve(this.#length + count);
			this.#buffer.set(bytes.subarray(at, at + count), this.#length);
			this.#length += count;
			at += count;
		}
	}
	end() {
		if (this.#isEmitted) return;
		this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(this.#length));
	}
	#capacity() {
		return this.#sizes.window + 2 * this.#sizes.overlap;
	}
	#emitWindow() {
		const { overlap } = this.#sizes;
		const ownedEnd = this.#length - overlap;
		this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(ownedEnd));
		const keptFrom = this.#characterStart(ownedEnd - overlap);
		this.#position = require_observe.advance(this.#position, this.#buffer, 0, keptFrom);
		this.#buffer.copyWithin(0, keptFrom, this.#length);
		this.#length -= keptFrom;
		this.#ownedStart = ownedEnd - keptFrom;
	}
	#characterStart(at) {
		for (let start = at; start > 0 && start >= at - LONGEST_TAIL; start -= 1) if (((this.#buffer[start] ?? 0) & 192) !== 128) return start;
		return at;
	}
	#piece(ownedEnd) {
		return {
			...this.#position,
			ownedStart: this.#ownedStart,
			ownedEnd
		};
	}
	#emitPiece(bytes, piece) {
		for (const origin of this.#origins) {
			const content = {
				origin,
				bytes,
				piece
			};
			this.#emit(content);
		}
	}
	#reserve(length) {
		if (length <= this.#buffer.length) return;
		const known = this.#size !== null && this.#size <= this.#capacity() ? this.#size : 0;
		const size = Math.min(this.#capacity(), Math.max(length, known, 2 * this.#buffer.length, 65536));
		const buffer = Buffer.allocUnsafeSlow(size);
		this.#buffer.copy(buffer, 0, 0, this.#length);
		this.#buffer = buffer;
	}
};
// src/scan/standing.ts
async function withoutStanding(repository, credentials, engine, signal) {
	const previous = new Set(credentials.flatMap(({ sightings }) => sightings.flatMap(previousOf)));
	if (repository === null || previous.size === 0) return {
		added: credentials,
		standing: []
	};
	const held = await credentialsIn(repository, [...previous], engine, signal);
	const added = [];
	const standing = [];
	for (const { fingerprint, sightings } of credentials) {
		const left = sightings.filter((sighting) => !previousOf(sighting).some((oid) => held.get(fingerprint)?.has(oid)));
		if (left.length > 0) added.push({
			fingerprint,
			sightings: left
		});
		else standing.push({
			fingerprint,
			sightings
		});
	}
	return {
		added,
		standing
	};
}
function previousOf({ origin }) {
	return origin.kind === "index" ? origin.previous ?? [] : [];
}
async function credentialsIn(repository, blobs, engine, signal) {
	const collector = new require_observe.Collector(engine);
	const windower = new Windower(collector.scan);
	await require_cat_file.readObjects(repository, [blobs.map((oid) => ({ oid }))], {
		begin: ({ oid }, { size }) => windower.begin([{
			kind: "object",
			type: "blob",
			oid,
			path: null
		}], size),
		part: (bytes) => windower.push(bytes),
		end: () => windower.end(),
		missing: () => {},
		corrupt: () => {}
	}, { signal });
	return new Map(collector.credentials().map(({ fingerprint, sightings }) => [fingerprint, new Set(sightings.flatMap(blobOf))]));
}
function blobOf({ origin }) {
	return origin.kind === "object" ? [origin.oid] : [];
}
// src/git/reflog.ts
async function listStashes(repository, options = {}) {
	return readEntries(repository, ["refs/stash", "--"], options);
}
async function listReflogEntries(repository, options = {}) {
	return (await readEntries(repository, ["--all", "--"], options)).filter(({ name }) => !name.startsWith("refs/stash@"));
}
async function readEntries(repository, of, options) {
	const git = require_repository.startGit(repository, [
		"log",
		"--walk-reflogs",
		"--no-color",
		"--format=%H %gD",
		...of
	], options);
	git.stdin.end();
	const entries = [];
	await require_split_stream.splitStream(git.stdout, 10, (line) => {
		const text = line.toString("utf8");
		const space = text.indexOf(" ");
		const target = require_repository.parseObjectId(text.slice(0, space));
		if (target !== null) entries.push({
			name: text.slice(space + 1),
			target
		});
	});
	await git.exit;
	return entries;
}
// src/git/remotes.ts
async function listRemotes(repository) {
	const { GitConfigScope, GitPluginError, simpleGit } = await Promise.resolve().then(() => require("./simple-git.cjs"));
	const environment = require_repository.gitEnvironment(null);
	const program = require_repository.gitExecutable();
	const git = simpleGit({
		baseDir: repository.cwd,
		allowEnvironment: Object.keys(environment),
		...program === "git" ? {} : {
			binary: program,
			unsafe: { allowUnsafeCustomBinary: true }
		}
	}).env(environment);
	try {
		const { all } = await git.listConfig(GitConfigScope.local);
		return remotesOf$1(Object.entries(all).map(([key, value]) => [key, [value].flat()]));
	} catch (error) {
		if (error instanceof GitPluginError) throw error;
		return [];
	}
}
function remotesOf$1(settings) {
	const remotes = new Map();
	for (const [key, values] of settings) {
		const [, name, variable] = /^remote\.(.+)\.(url|fetch)$/s.exec(key) ?? [];
		if (name === void 0) continue;
		const destinations = remotes.get(name) ?? [];
		remotes.set(name, destinations);
		if (variable === "fetch") destinations.push(...values.flatMap(fetchDestination));
	}
	return [...remotes].map(([name, destinations]) => ({
		name,
		destinations
	}));
}
function fetchDestination(refspec) {
	const destination = refspec.slice(refspec.indexOf(":") + 1);
	return refspec.includes(":") && destination.startsWith("refs/") ? [destination] : [];
}
// src/git/refs.ts
const REF_KINDS = [
	"branch",
	"remote-branch",
	"tag",
	"head",
	"stash",
	"note",
	"pull-request",
	"fetched",
	"other"
];
async function listRefs(repository, options = {}) {
	const [{ named, broken }, remotes, detached, fetched] = await Promise.all([
		listNamed(repository, options),
		listRemotes(repository),
		listDetachedHeads(repository),
		require_pseudo_refs.readFetchHead(repository)
	]);
	const stashes = named.some(({ name }) => name === STASH) ? await listStashes(repository, options) : [];
	const all = [
		...named.filter(({ name }) => name !== STASH || stashes.length === 0),
		...stashes,
		...detached.map((target) => ({
			name: "HEAD",
			target
		})),
		...fetched.map((target) => ({
			name: "FETCH_HEAD",
			target
		}))
	];
	const peeled = await peel(repository, [...new Set(all.map(({ target }) => target))], options);
	return {
		refs: all.map(({ name, target, isCurrentBranch = false }) => ({
			name,
			kind: kindOf$1(name),
			target,
			peeled: peeled.get(target) ?? null,
			remote: repository.bare ? remoteOfBare(remotes) : remoteOf(name, remotes),
			isCurrentBranch
		})),
		broken
	};
}
const STASH = "refs/stash";
async function listNamed(repository, options) {
	const args = ["for-each-ref", "--format=%(objectname) %(HEAD) %(refname)"];
	const git = require_repository.startGit(repository, args, options);
	git.stdin.end();
	const named = [];
	await require_split_stream.splitStream(git.stdout, 10, (line) => void named.push(...parseRefLine(line.toString("utf8"))));
	const exit = await git.exit;
	require_repository.expectSuccess(repository, args, exit);
	return {
		named,
		broken: [...exit.stderr.matchAll(/^(?:warning|error): ignoring broken ref (.+)$/gm)].map(([, name = ""]) => name)
	};
}
function parseRefLine(line) {
	const [id = "", ...rest] = line.split(" ");
	const target = require_repository.parseObjectId(id);
	const name = rest.at(-1) ?? "";
	return target === null ? [] : [{
		name,
		target,
		isCurrentBranch: rest[0] === "*"
	}];
}
const KINDS = [
	["refs/heads/", "branch"],
	["refs/remotes/", "remote-branch"],
	["refs/tags/", "tag"],
	["refs/notes/", "note"],
	[STASH, "stash"],
	...[
		"refs/pull/",
		"refs/merge-requests/",
		"refs/pull-requests/",
		"refs/changes/"
	].map((namespace) => [namespace, "pull-request"]),
	["FETCH_HEAD", "fetched"],
	["HEAD", "head"]
];
function kindOf$1(name) {
	return KINDS.find(([start]) => name.startsWith(start))?.[1] ?? "other";
}
function remoteOf(name, remotes) {
	const owner = remotes.find(({ destinations }) => destinations.some((pattern) => isIn(pattern, name)));
	if (owner !== void 0) return owner.name;
	const kind = kindOf$1(name);
	if (kind === "remote-branch") return name.split("/")[2] ?? "?";
	if (kind === "pull-request" || kind === "fetched") return onlyOne(remotes) ?? "?";
	return null;
}
function remoteOfBare(remotes) {
	return onlyOne(remotes) ?? ".";
}
function onlyOne(remotes) {
	return remotes.length === 1 ? remotes[0]?.name ?? null : null;
}
function isIn(pattern, name) {
	const star = pattern.indexOf("*");
	if (star === -1) return name === pattern;
	return name.startsWith(pattern.slice(0, star)) && name.endsWith(pattern.slice(star + 1));
}
async function peel(repository, ids, options) {
	const peeled = new Map();
	if (ids.length === 0) return peeled;
	const args = [
		"cat-file",
		"--batch-check=%(objectname)",
		"--buffer"
	];
	const input = ids.map((oid) => `${oid}^{}\n`).join("");
	const answers = (await require_repository.runGit(repository, args, {
		...options,
		input
	})).toString("latin1").split("\n");
	for (const [index, oid] of ids.entries()) {
		const end = require_repository.parseObjectId(answers[index] ?? "");
		if (end !== null) peeled.set(oid, end);
	}
	return peeled;
}
async function listDetachedHeads(repository) {
	const worktrees = (0, node_path.join)(repository.commonDir, "worktrees");
	const names = await (0, node_fs_promises.readdir)(worktrees).catch(() => []);
	const folders = [
		repository.commonDir,
		repository.gitDir,
		...names.map((name) => (0, node_path.join)(worktrees, name))
	];
	const heads = await Promise.all([...new Set(folders)].map((folder) => readDetachedHead(folder)));
	return [...new Set(heads.flatMap((head) => head ?? []))];
}
async function readDetachedHead(folder) {
	const text = await (0, node_fs_promises.readFile)((0, node_path.join)(folder, "HEAD"), "latin1").catch(() => "");
	return require_repository.parseObjectId(text.trim());
}
// src/git/history.ts
const REACHES = [
	"unreachable",
	"local",
	"pushed"
];
function furthestReach(reaches) {
	return REACHES.findLast((reach) => reaches.includes(reach)) ?? "unreachable";
}
var History = class {
	graph;
	refs;
	head;
	#tips;
	#direct = new Map();
	#pushed;
	#local;
	#inHead;
	#unread;
	#broken;
	constructor(graph, { refs, broken }, head, unread) {
		this.graph = graph;
		this.refs = [...refs].sort(byRank);
		this.head = head === null ? null : graph.find(head);
		this.#tips = this.refs.map(({ target, peeled }) => graph.find(peeled ?? target));
		this.#unread = unread;
		this.#broken = [...broken.map((name) => name.startsWith("refs/remotes/") ? "pushed" : "local"), ...this.refs.filter(({ peeled, kind }, index) => peeled === null && this.#tips[index] === null && kind !== "fetched").map(({ remote }) => remote === null ? "local" : "pushed")];
		for (const ref of this.refs) for (const oid of new Set([ref.target, ref.peeled ?? ref.target])) this.#direct.set(oid, [...this.#direct.get(oid) ?? [], ref]);
		const tipsOf = (isWanted) => this.#tips.filter((tip, index) => {
			const ref = this.refs[index];
			return tip !== null && ref !== void 0 && isWanted(ref);
		});
		this.#pushed = graph.ancestors(tipsOf(({ remote }) => remote !== null));
		this.#local = graph.ancestors(tipsOf(() => true));
		this.#inHead = graph.ancestors(this.head === null ? [] : [this.head]);
	}
	get isComplete() {
		return !this.#unread.isBroken && this.#unread.commits.length === 0 && this.#broken.length === 0;
	}
	reachOf(place) {
		if (this.#pushed[place] === 1) return "pushed";
		return this.#local[place] === 1 ? "local" : "unreachable";
	}
	isInHead(place) {
		return this.#inHead[place] === 1;
	}
	mostTelling(places) {
		const reach = furthestReach(places.map((place) => this.reachOf(place)));
		return this.oldest(places.filter((place) => this.reachOf(place) === reach));
	}
	oldest(places) {
		return places.reduce((oldest, place) => oldest === null || this.graph.isOlder(place, oldest) ? place : oldest, null);
	}
	refsAt(oid) {
		return this.#direct.get(oid) ?? [];
	}
	holdersOf(sets, most) {
		const keys = sets.map((set) => [...set].sort((a, b) => a - b).join());
		const distinct = [...new Map(keys.map((key, index) => [key, sets[index] ?? []]))];
		const found = new Map();
		for (let start = 0; start < distinct.length; start += 32) {
			const batch = distinct.slice(start, start + 32);
			const marks = this.graph.spread(batch.map(([, set]) => set));
			for (const [bit, [key]] of batch.entries()) found.set(key, this.#holders(marks, bit, most));
		}
		return keys.map((key) => found.get(key) ?? {
			refs: [],
			count: 0
		});
	}
	#holders(marks, bit, most) {
		const refs = [];
		const counts = new Map();
		let count = 0;
		for (const [index, tip] of this.#tips.entries()) {
			const ref = this.refs[index];
			if (tip === null || ref === void 0 || ((marks[tip] ?? 0) >>> bit & 1) === 0) continue;
			count += 1;
			const ofKind = (counts.get(ref.kind) ?? 0) + 1;
			counts.set(ref.kind, ofKind);
			if (ofKind <= most) refs.push(ref);
		}
		return {
			refs,
			count
		};
	}
	basesOf(set) {
		const marks = this.graph.spread([set]);
		const parents = set.flatMap((place) => this.graph.parentsOf(place));
		return [...new Set(parents)].filter((place) => marks[place] === 0 && !this.graph.isMissing(place));
	}
	stashCommits(stash) {
		const top = this.graph.find(stash.target);
		return top === null ? [] : [top, ...this.graph.parentsOf(top).slice(1)];
	}
	furthestPossible(set) {
		return furthestReach([furthestReach(set.map((place) => this.reachOf(place))), ...this.#reachesNotExcluded(set)]);
	}
	#reachesNotExcluded(set) {
		const reaches = [...this.#broken];
		if (set.length === 0) reaches.push(...this.#unread.commits.map((place) => this.reachOf(place)));
		const missing = this.graph.missing();
		if (missing.length === 0) return reaches;
		const before = this.graph.ancestors(set);
		const open = set.length === 0 ? missing : missing.filter((place) => before[place] === 0);
		return [...reaches, ...open.map((place) => this.reachOf(place))];
	}
};
function byRank(a, b) {
	return Number(b.isCurrentBranch) - Number(a.isCurrentBranch) || REF_KINDS.indexOf(a.kind) - REF_KINDS.indexOf(b.kind) || compareNames(a.name, b.name);
}
function compareNames(a, b) {
	const [, first = a, one = ""] = /^(.*@\{)(\d+)\}$/s.exec(a) ?? [];
	const [, second = b, other = ""] = /^(.*@\{)(\d+)\}$/s.exec(b) ?? [];
	if (first === second) return Number(one) - Number(other);
	return first < second ? -1 : 1;
}
// src/scan/traces.ts
async function traceSightings(root, credentials, options, coverage) {
	const filter = await require_path_filter.createPathFilter({
		...options,
		prefix: root.prefix
	});
	const isWanted = (path) => root.isInScope(path) && (path === null || filter(path));
	const { traces, untraced, isComplete } = await traceAll(root, objectsOf(credentials), options, coverage);
	const remembered = new Set(isComplete ? root.memory?.known?.suspects.map(({ oid }) => oid) : []);
	const inIndex = indexedObjects(credentials);
	const placed = [];
	for (const { fingerprint, sightings } of credentials) for (const sighting of sightings) {
		const { origin } = sighting;
		if (origin.kind !== "object") {
			if (origin.kind === "stdin" || isWanted(require_observe.pathOf(origin))) placed.push({
				fingerprint,
				sighting,
				traces: [],
				root
			});
			continue;
		}
		if (remembered.has(origin.oid) && !traces.has(origin.oid)) continue;
		const all = traces.get(origin.oid) ?? [{
			...untraced,
			path: origin.path
		}];
		if (inIndex.has(origin.oid) && all.every(isStagedHere)) continue;
		const wanted = all.filter((trace) => isWanted(trace.path));
		if (wanted.length > 0) placed.push({
			fingerprint,
			sighting,
			traces: wanted,
			root
		});
	}
	return placed;
}
function isStagedHere({ exposure, worktree }) {
	return exposure === "staged" && worktree === void 0;
}
function indexedObjects(credentials) {
	const origins = credentials.flatMap(({ sightings }) => sightings.map(({ origin }) => origin));
	return new Set(origins.flatMap((origin) => origin.kind === "index" ? [origin.oid] : []));
}
function objectsOf(credentials) {
	const objects = new Map();
	for (const { sightings } of credentials) for (const { origin } of sightings) {
		if (origin.kind !== "object") continue;
		const type = origin.type === "commit" || origin.type === "tag" ? origin.type : "blob";
		objects.set(origin.oid, {
			oid: origin.oid,
			type
		});
	}
	return [...objects.values()];
}
async function traceAll({ repository, memory = null }, objects, options, coverage) {
	const nothing = {
		traces: new Map(),
		untraced: NOT_KNOWN,
		isComplete: false
	};
	if (repository === null || objects.length === 0) return nothing;
	const { traceObjects } = await Promise.resolve().then(() => require("./git-provenance.cjs"));
	const allObjects = options.allObjects ?? false;
	const traced = await orNull(options, () => traceObjects(repository, objects, {
		signal: options.signal,
		allObjects,
		known: memory?.known ?? null,
		listedTips: memory?.tips ?? null,
		onProgress: (done) => options.onProgress?.({
			phase: "provenance",
			done,
			total: coverage.commits || null
		})
	}));
	if (traced === null) {
		coverage.skip("unreadable", "the refs, so that no finding could be traced to its commits");
		return nothing;
	}
	const { history, traces } = traced;
	memory?.onTraced(traced);
	if (!history.isComplete) coverage.skip("missing-object", "a part of the history, so that origins are not known");
	const staged = objects.some(({ oid }) => !traces.has(oid)) ? await stagedTraces(repository, options) : new Map();
	for (const [oid, found] of traces) staged.set(oid, found.map((trace) => toObjectTrace(repository, history, oid, trace)));
	return {
		traces: staged,
		untraced: untracedIn(history, allObjects),
		isComplete: history.isComplete
	};
}
const EXPOSURES = {
	pushed: "pushed",
	local: "committed",
	unreachable: "unreachable"
};
function toObjectTrace(repository, history, oid, trace) {
	const { path, introducedBy, refs, inHead } = trace;
	const commit = history.mostTelling(introducedBy);
	const known = furthestReach([...refs.map(({ remote }) => remote === null ? "local" : "pushed"), ...introducedBy.map((place) => history.reachOf(place))]);
	const possible = introducedBy.length === 0 ? known : history.furthestPossible(introducedBy);
	return {
		path,
		commit: commit === null ? null : history.graph.idAt(commit),
		inHead,
		exposure: EXPOSURES[possible],
		isCertain: possible === known,
		origin: {
			repository,
			history,
			oid,
			trace
		}
	};
}
const NOT_KNOWN = {
	path: null,
	commit: null,
	inHead: null,
	exposure: "committed",
	isCertain: false
};
function untracedIn(history, allObjects) {
	if (allObjects && history.isComplete) return {
		...NOT_KNOWN,
		inHead: false,
		exposure: "unreachable",
		isCertain: true
	};
	return {
		...NOT_KNOWN,
		exposure: EXPOSURES[furthestReach([history.furthestPossible([]), "local"])]
	};
}
async function orNull({ signal }, ask) {
	try {
		return await ask();
	} catch (error) {
		signal?.throwIfAborted();
		if (!(error instanceof require_exit_code.GitError)) throw error;
		return null;
	}
}
async function stagedTraces(repository, options) {
	const staged = new Map();
	const { listIndexEntries } = await Promise.resolve().then(() => require("./index-entries.cjs")).then((n) => n.index_entries_exports);
	const { listOtherWorktrees } = await Promise.resolve().then(() => require("./worktrees.cjs")).then((n) => n.worktrees_exports);
	const add = async (place, worktree) => {
		const entries = await orNull(options, () => listIndexEntries(place, { signal: options.signal }));
		for (const { oid, path } of entries ?? []) {
			const trace = stagedTrace(path, worktree);
			staged.set(oid, [...staged.get(oid) ?? [], trace]);
		}
	};
	if (repository.workTree !== null) await add(repository, void 0);
	for (const { folder, indexFile } of await listOtherWorktrees(repository)) await add({
		...repository,
		indexFile
	}, folder ?? "");
	return staged;
}
function stagedTrace(path, worktree) {
	return {
		path,
		commit: null,
		inHead: false,
		exposure: "staged",
		isCertain: true,
		...worktree !== void 0 && { worktree }
	};
}
// src/scan/with-prefix.ts
function withPrefix(sightings, prefix) {
	if (prefix === "") return sightings;
	const inside = (path) => path === null ? null : prefix + path;
	return sightings.map((placed) => {
		const { origin } = placed.sighting;
		const moved = moveInside(origin, prefix);
		const traces = placed.traces.map((trace) => ({
			...trace,
			path: inside(trace.path)
		}));
		return {
			...placed,
			sighting: {
				...placed.sighting,
				origin: moved
			},
			traces
		};
	});
}
function moveInside(origin, prefix) {
	switch (origin.kind) {
		case "file":
		case "index": return {
			...origin,
			path: prefix + origin.path
		};
		case "object": return {
			...origin,
			path: origin.path === null ? null : prefix + origin.path
		};
		case "ref":
		case "stdin": return origin;
	}
}
// src/scan/scan-root.ts
async function scanRoot(given, { options, rules, rulesKey, engine, isReported, emitting }, histories, total) {
	const { unpack } = await Promise.resolve().then(() => require("./decode-archive.cjs"));
	const coverage = new require_coverage.Coverage();
	const memory = await openMemory(given, options, rulesKey);
	const root = {
		...given,
		memory
	};
	for (const gap of root.gaps) coverage.skip("unreadable", gap);
	const collector = new require_observe.Collector(engine, isReported, unpack, (path) => coverage.skip("archive", path));
	const inside = new Set();
	const sources = await sourcesOf(root, options, rules, (path) => inside.add(path));
	const modes = [];
	for (const { mode, source } of sources) {
		if (mode === "history" && !isNew(root, histories)) continue;
		options.log?.debug(`scanning ${mode} of ${JSON.stringify(root.folder)}`);
		modes.push(mode);
		await orGap(() => source(emitting(collector.scan), coverage), coverage, options);
	}
	const seen = collector.credentials();
	const { added, standing } = await withoutStanding(root.repository, seen, engine, options.signal);
	const { names, others } = splitNames(added);
	const traced = await traceSightings(root, others, options, coverage);
	if (names.length > 0) {
		const { traceNames } = await Promise.resolve().then(() => require("./scan-name-traces.cjs"));
		traced.push(...await traceNames(root, names, options, coverage));
	}
	const paired = await pairEndpoints(root, traced, engine, options);
	await memory?.store(seen);
	const nested = [];
	for (const path of inside) {
		const opened = await openNested(root, path, options);
		if (opened === null) continue;
		if ("gap" in opened) coverage.skip("unreadable", opened.gap);
		else nested.push(opened);
	}
	total.add(coverage, root.prefix);
	return {
		sightings: withPrefix(paired, root.prefix),
		standing,
		modes,
		nested
	};
}
function isNew({ repository, isInScope }, histories) {
	if (repository === null || !isInScope(null)) return true;
	const isFirst = !histories.has(repository.commonDir);
	histories.add(repository.commonDir);
	return isFirst;
}
async function orGap(run, coverage, options) {
	try {
		await run();
	} catch (error) {
		options.signal?.throwIfAborted();
		if (!(error instanceof require_exit_code.GitError)) throw error;
		coverage.skip("unreadable", require_exit_code.reasonOf(error));
	}
}
// src/scan/footholds.ts
const MOST_NAMES = 20;
const MOST_COMMITS = 10;
function footholdsOf(root, fingerprint, sightings, stories, options) {
	const traces = sightings.flatMap((sighting) => sighting.traces);
	const inHistory = [...new Set(traces.flatMap(({ origin }) => origin?.history ?? []))].flatMap((history) => {
		const story = stories.get(history);
		return story === void 0 ? [] : historyFootholds(story, fingerprint);
	});
	const isUnknown = traces.some(({ isCertain }) => !isCertain);
	const isForgotten = traces.some(({ origin, exposure }) => origin === void 0 && exposure === "unreachable");
	return {
		folder: isWhereTheReaderIs(root, options) ? null : root.folder,
		isBare: root.repository?.bare ?? false,
		isUnborn: root.repository?.head == null,
		isInHead: traces.some(({ inHead, path }) => inHead === true && path !== null),
		footholds: [
			...stagedFootholds(sightings, root.prefix ?? ""),
			...inHistory,
			...sightings.some(isInName) ? [{ kind: "name" }] : [],
			...isForgotten ? [NOWHERE] : [],
			...isUnknown ? [{ kind: "unknown" }] : []
		]
	};
}
function isInName({ sighting: { origin } }) {
	return origin.kind === "ref" || origin.kind === "object" && origin.isName === true;
}
const NOWHERE = {
	kind: "forgotten",
	entries: [],
	pseudoRefs: [],
	reflogs: []
};
function isWhereTheReaderIs({ folder, paths }, options) {
	const asked = options.paths ?? [];
	return (asked.length === 0 || asked.length === 1 && asked[0] === ".") && paths.includes(folder);
}
function stagedFootholds(sightings, prefix) {
	const paths = new Map();
	const add = (worktree, path) => {
		if (path === null) return;
		const own = path.startsWith(prefix) ? path.slice(prefix.length) : path;
		paths.set(worktree, (paths.get(worktree) ?? new Set()).add(own));
	};
	for (const { sighting, traces } of sightings) {
		if (sighting.origin.kind === "index") add(null, sighting.origin.path);
		for (const trace of traces) if (trace.exposure === "staged") add(trace.worktree ?? null, trace.path);
	}
	return [...paths].map(([worktree, all]) => ({
		kind: "staged",
		worktree,
		paths: [...all].sort()
	}));
}
function historyFootholds(story, fingerprint) {
	const { history } = story;
	const own = story.placed.filter((each) => each.fingerprint === fingerprint && !each.isName);
	const groups = new Map();
	for (const each of own) {
		const kind = kindOf(each, story);
		groups.set(kind, [...groups.get(kind) ?? [], each]);
	}
	const group = (kind) => groups.get(kind) ?? [];
	const commits = group("commits");
	return [
		...commits.length > 0 ? [commitFoothold(history, commits)] : [],
		...tagFootholds("tag-message", group("tag-message")),
		...tagFootholds("tagged", group("tagged")),
		...noteFootholds(story, group("note")),
		...stashFootholds("stash", story, group("stash")),
		...stashFootholds("stash-base", story, group("stash-base")),
		...forgottenFootholds(story, group("forgotten"))
	];
}
function kindOf({ type, origin, trace }, story) {
	const { introducedBy, refs: direct } = origin.trace;
	if (!trace.isCertain) return "unknown";
	if (introducedBy.length === 0 && direct.length > 0) return type === "tag" ? "tag-message" : "tagged";
	const { refs } = story.holdersOf(trace);
	if (refs.length === 0) return "forgotten";
	const kinds = new Set(refs.map(({ kind }) => kind));
	if (kinds.size > 1 || !(kinds.has("note") || kinds.has("stash"))) return "commits";
	if (kinds.has("note")) return "note";
	const stashed = new Set(story.history.refs.filter(isStash).flatMap((ref) => story.history.stashCommits(ref)));
	return introducedBy.every((place) => stashed.has(place)) ? "stash" : "stash-base";
}
function isStash({ kind }) {
	return kind === "stash";
}
function commitFoothold(history, placed) {
	const set = introducedBy(placed);
	const [{ refs, count } = {
		refs: [],
		count: 0
	}] = history.holdersOf([set], Number.POSITIVE_INFINITY);
	const ofKind = (kind) => refs.filter((ref) => ref.kind === kind);
	const branches = ofKind("branch");
	const isAlone = refs.every(({ kind, isCurrentBranch }) => kind === "branch" && isCurrentBranch || kind === "head");
	const id = (place) => history.graph.idAt(place);
	return {
		kind: "commits",
		isPushed: refs.some(({ remote }) => remote !== null) || placed.some(({ trace }) => trace.exposure === "pushed"),
		inContents: placed.some(({ type }) => type === "blob"),
		inMessages: placed.some(({ type }) => type === "commit"),
		headPaths: [...new Set(placed.flatMap(({ trace, origin }) => trace.inHead === true ? origin.trace.path ?? [] : []))].sort(),
		isLastCommit: count === 1 && isAlone && set.length === 1 && set[0] === history.head,
		introducedBy: set.slice(0, MOST_COMMITS).map(id),
		bases: history.basesOf(set).slice(0, MOST_NAMES).map(id),
		branches: namesOf(branches),
		tags: namesOf(ofKind("tag")),
		isDetached: branches.length === 0 && ofKind("head").length > 0,
		stashes: ofKind("stash").map(({ name }) => shortStash(name)),
		remotes: remoteFootholds(history, refs)
	};
}
function introducedBy(placed) {
	return [...new Set(placed.flatMap(({ origin }) => origin.trace.introducedBy))];
}
function namesOf(refs) {
	return refs.length > MOST_NAMES ? null : refs.map(({ name }) => name);
}
function remoteFootholds(history, refs) {
	const local = new Set(history.refs.filter(({ kind }) => kind === "branch").map(({ name }) => name));
	const remotes = new Map();
	for (const ref of refs) {
		if (ref.remote === null) continue;
		const own = remotes.get(ref.remote) ?? [];
		remotes.set(ref.remote, own);
		own.push(ref);
	}
	return [...remotes].map(([remote, own]) => ({
		name: remote === "?" ? null : remote,
		branches: own.flatMap(({ name, target }) => {
			const branch = branchAt(remote, name);
			return branch === null ? [] : [{
				name: branch,
				tip: target,
				isLocal: local.has(`refs/heads/${branch}`)
			}];
		}),
		hasReviews: own.some(({ kind }) => kind === "pull-request" || kind === "fetched")
	}));
}
function branchAt(remote, name) {
	for (const prefix of [`refs/remotes/${remote}/`, "refs/heads/"]) if (name.startsWith(prefix) && name !== `${prefix}HEAD`) return name.slice(prefix.length);
	return null;
}
function tagFootholds(kind, placed) {
	const refs = placed.flatMap(({ origin }) => origin.trace.refs);
	if (refs.length === 0) return [];
	const remote = refs.find((ref) => ref.remote !== null)?.remote ?? null;
	return [{
		kind,
		refs: [...new Set(refs.map(({ name }) => name))],
		remote
	}];
}
function noteFootholds({ history }, placed) {
	if (placed.length === 0) return [];
	const [{ refs } = { refs: [] }] = history.holdersOf([introducedBy(placed)], MOST_NAMES);
	return [{
		kind: "note",
		refs: refs.map(({ name }) => name),
		isPushed: refs.some(({ remote }) => remote !== null)
	}];
}
function stashFootholds(kind, { history }, placed) {
	if (placed.length === 0) return [];
	const [{ refs } = { refs: [] }] = history.holdersOf([introducedBy(placed)], Number.POSITIVE_INFINITY);
	return [{
		kind,
		stashes: refs.map(({ name }) => shortStash(name)).reverse()
	}];
}
function shortStash(name) {
	return name.replace(/^refs\//, "");
}
function forgottenFootholds(story, placed) {
	if (placed.length === 0) return [];
	const names = [...new Set(placed.flatMap(({ trace }) => story.forgottenBy(trace).map(({ name }) => name)))];
	const entries = names.filter((name) => name.endsWith("}"));
	return [{
		kind: "forgotten",
		entries: entries.length > MOST_NAMES ? null : lastFirst(entries),
		pseudoRefs: names.filter((name) => !name.endsWith("}")),
		reflogs: [...new Set(entries.map((name) => name.replace(/@\{\d+\}$/, "")))]
	}];
}
function lastFirst(entries) {
	return entries.map((name) => {
		const [, log = name, number = "0"] = /^(.*)@\{(\d+)\}$/s.exec(name) ?? [];
		return {
			name,
			log,
			number: Number(number)
		};
	}).sort((a, b) => a.log === b.log ? b.number - a.number : a.log < b.log ? -1 : 1).map(({ name }) => name);
}
// src/git/raw-log.ts
const RAW_LOG_FORMAT = [
	"-z",
	"--raw",
	"-c",
	"--root",
	"--no-abbrev",
	"--no-renames",
	"--no-relative",
	"--no-color",
	"--no-decorate",
	"--no-notes",
	"--no-mailmap",
	"--no-show-signature",
	"--no-ext-diff",
	"--no-textconv",
	"--ignore-submodules=none",
	"-O/dev/null",
	"--encoding=UTF-8",
	"--format=tformat:%x01%H%x00%P%x00%an%x00%ae%x00%aI%x00%ct%x00"
];
const COMMIT_MARK = 1;
const NEWLINE = 10;
const COLON = 58;
const FIELDS = 6;
var RawLogParser = class {
	#events;
	#fields = null;
	#changed = null;
	constructor(events) {
		this.#events = events;
	}
	push(part) {
		if (this.#fields !== null) this.#takeField(part.toString("utf8"));
		else if (this.#changed !== null) {
			this.#events.change(this.#changed.after, part, this.#changed.before);
			this.#changed = null;
		} else if (part[0] === COMMIT_MARK) {
			this.#fields = [];
			this.#takeField(part.toString("latin1", 1));
		} else this.#takeChange(part);
	}
	#takeField(field) {
		const fields = this.#fields ?? [];
		fields.push(field);
		if (fields.length < FIELDS) return;
		this.#fields = null;
		this.#events.commit(toCommit(fields));
	}
	#takeChange(part) {
		const start = part[0] === NEWLINE ? 1 : 0;
		if (part.length === start) return;
		if (part[start] !== COLON) throw unexpected(part);
		this.#changed = parseRawChange(part.toString("latin1", start));
	}
};
function isNothing(oid) {
	return /^0+$/.test(oid);
}
function parseRawChange(text) {
	const parents = Math.max(1, text.lastIndexOf(":") + 1);
	const words = text.split(" ");
	return {
		before: words.slice(parents + 1, 2 * parents + 1),
		after: words[2 * parents + 1] ?? ""
	};
}
function toCommit(fields) {
	const [id = "", parents = "", authorName = "", authorEmail = "", date = "", committed = ""] = fields;
	const oid = require_repository.parseObjectId(id);
	if (oid === null) throw unexpected(Buffer.from(id));
	return {
		oid,
		parents: parents.split(" ").flatMap((parent) => require_repository.parseObjectId(parent) ?? []),
		authorName,
		authorEmail,
		date: date === "" ? null : date,
		committed: Number(committed) || 0
	};
}
function unexpected(part) {
	return new Error(`unexpected output of git log: ${JSON.stringify(part.toString("latin1", 0, 200))}`);
}
// src/git/commit-details.ts
async function readCommitDetails(repository, graph, places, options = {}) {
	const details = new Map();
	const wanted = [...new Set(places)].filter((place) => !graph.isMissing(place));
	if (wanted.length === 0) return details;
	const args = [
		"log",
		"--no-walk=unsorted",
		...RAW_LOG_FORMAT,
		"--no-patch",
		"--stdin",
		"--end-of-options"
	];
	const git = require_repository.startGit(repository, args, options);
	git.stdin.end(wanted.map((place) => `${graph.idAt(place)}\n`).join(""));
	const parser = new RawLogParser({
		commit: (commit) => {
			const place = graph.find(commit.oid);
			if (place !== null) details.set(place, commit);
		},
		change: () => {}
	});
	await require_split_stream.splitStream(git.stdout, 0, (part) => parser.push(part));
	await git.exit;
	return details;
}
// src/git/path-name.ts
function decodePath(bytes) {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
	return text.includes("�") ? decodeByParts(bytes) : text;
}
function decodeByParts(bytes) {
	const strict = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
	let text = "";
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes[at] ?? 0);
		try {
			text += strict.decode(bytes.subarray(at, at + length));
			at += length;
		} catch {
			text += `\\x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}`;
			at += 1;
		}
	}
	return text;
}
function sequenceLength(lead) {
	if (lead >= 240) return 4;
	if (lead >= 224) return 3;
	return lead >= 192 ? 2 : 1;
}
// src/git/head-line.ts
const MOST_PATH_BYTES = 16e3;
async function listRemovals(repository, contents, paths, options = {}) {
	if (repository.head === null || contents.size === 0) return [];
	const args = [
		"log",
		...[
			...RAW_LOG_FORMAT,
			"--first-parent",
			"--diff-merges=first-parent"
		],
		"--end-of-options",
		repository.head,
		"--",
		...limitTo(paths)
	];
	const git = require_repository.startGit(repository, args, options);
	git.stdin.end();
	const removals = [];
	let current = null;
	const parser = new RawLogParser({
		commit: (commit) => {
			current = commit;
		},
		change(after, pathBytes, before) {
			const [old = ""] = before;
			if (current === null || after === old || !contents.has(old)) return;
			removals.push({
				commit: current,
				path: decodePath(pathBytes),
				before: old,
				after
			});
		}
	});
	await require_split_stream.splitStream(git.stdout, 0, (part) => parser.push(part));
	await git.exit;
	return removals;
}
function limitTo(paths) {
	const bytes = [...paths].reduce((sum, path) => sum + Buffer.byteLength(path) + 1, 0);
	const isText = [...paths].every((path) => !/\\x[0-9a-f]{2}/.test(path));
	return bytes <= MOST_PATH_BYTES && isText ? [...paths] : [];
}
// src/git/shallow.ts
async function readShallowCommits({ shallow, commonDir }) {
	if (!shallow) return new Set();
	const text = await (0, node_fs_promises.readFile)((0, node_path.join)(commonDir, "shallow"), "latin1").catch(() => "");
	return new Set(text.split("\n").flatMap((line) => require_repository.parseObjectId(line.trim()) ?? []));
}
// src/git/taggers.ts
const MAX_HEADER = 65536;
async function readTaggers(place, tags, options = {}) {
	const taggers = new Map();
	if (tags.length === 0) return taggers;
	let header = "";
	await require_cat_file.readObjects(place, [tags.map((oid) => ({ oid }))], {
		begin: () => {
			header = "";
		},
		part: (bytes) => {
			if (header.length < MAX_HEADER) header += bytes.toString("latin1", 0, MAX_HEADER);
		},
		end: ({ oid }) => void taggers.set(oid, parseTag(Buffer.from(header, "latin1").toString())),
		missing: () => {},
		corrupt: () => {}
	}, options);
	return taggers;
}
function parseTag(text) {
	const end = text.indexOf("\n\n");
	const header = end === -1 ? text : text.slice(0, end);
	const line = (name) => new RegExp(`^${name} (.*)$`, "m").exec(header)?.[1] ?? "";
	const { name, email, date } = parsePerson(line("tagger"));
	const object = require_repository.parseObjectId(line("object"));
	return {
		commit: line("type") === "commit" ? object : null,
		tag: line("type") === "tag" ? object : null,
		name,
		email,
		date
	};
}
function parsePerson(text) {
	const open = text.indexOf("<");
	const close = text.indexOf(">", open);
	const [, seconds, zone = ""] = /^ (\d{1,12}) ([+-]\d{4})$/.exec(text.slice(close + 1)) ?? [];
	if (open === -1 || close === -1 || seconds === void 0) return {
		name: null,
		email: null,
		date: null
	};
	return {
		name: text.slice(0, open).replace(/ $/, ""),
		email: text.slice(open + 1, close),
		date: toIso(Number(seconds), zone)
	};
}
function toIso(seconds, zone) {
	const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
	if (hours === void 0 || minutes === void 0) return null;
	const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	const local = new Date((seconds + offset * 60) * 1e3);
	if (Number.isNaN(local.getTime())) return null;
	return `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}
async function holdingsOf(repository, history, placed, options) {
	const sets = placed.map(({ origin }) => origin.trace.introducedBy);
	const holders = history.holdersOf(sets, 5).map((held, index) => {
		const direct = placed[index]?.origin.trace.refs ?? [];
		return {
			refs: [...held.refs, ...direct.slice(0, 5)],
			count: held.count + direct.length
		};
	});
	const entries = placed.filter((_, index) => holders[index]?.count === 0).length === 0 ? [] : [...await listReflogEntries(repository, options), ...await require_pseudo_refs.readPseudoRefs(repository)];
	return new Map(placed.map(({ trace, origin }, index) => {
		const held = holders[index] ?? {
			refs: [],
			count: 0
		};
		return [trace, {
			holders: held,
			forgotten: held.count > 0 ? [] : entriesFrom(history, entries, origin.trace.introducedBy)
		}];
	}));
}
function entriesFrom(history, entries, set) {
	if (entries.length === 0) return [];
	const marks = history.graph.spread([set]);
	return entries.filter(({ target }) => {
		const place = history.graph.find(target);
		return place !== null && marks[place] === 1;
	});
}
// src/scan/moves.ts
function movesIn(history, own) {
	const left = new Map();
	for (const { trace, origin } of own) {
		if (trace.path === null) continue;
		for (const place of origin.trace.removedBy) left.set(place, trace.path);
	}
	const moves = new Map();
	for (const { trace, origin } of own) for (const place of origin.trace.introducedBy) {
		const from = left.get(place);
		if (from === void 0 || trace.path === null || from === trace.path) continue;
		moves.set(place, {
			place,
			from,
			to: trace.path
		});
	}
	return [...moves.values()].sort((a, b) => history.graph.isOlder(a.place, b.place) ? -1 : 1);
}
// src/scan/repository-story.ts
const MOST_RENAMES = 5;
var RepositoryStory = class RepositoryStory {
	history;
	placed;
	#sources;
	static async tell(history, placed, { signal }) {
		const repository = placed[0]?.origin.repository;
		if (repository === void 0) throw new Error("a story of nothing");
		const tags = placed.flatMap(({ type, origin }) => type === "tag" ? [origin.oid] : []);
		const [details, removals, shallow, holdings, taggers] = await Promise.all([
			readCommitDetails(repository, history.graph, commitsToName(history, placed), { signal }),
			removalsOf(repository, history, placed, { signal }),
			readShallowCommits(repository),
			holdingsOf(repository, history, placed, { signal }),
			readTaggers(repository, [...new Set(tags)], { signal })
		]);
		return new RepositoryStory(history, placed, {
			holdings,
			details,
			removals,
			shallow,
			taggers
		});
	}
	constructor(history, placed, sources) {
		this.history = history;
		this.placed = placed;
		this.#sources = sources;
	}
	holdersOf(trace) {
		return this.#sources.holdings.get(trace)?.holders ?? {
			refs: [],
			count: 0
		};
	}
	forgottenBy(trace) {
		return this.#sources.holdings.get(trace)?.forgotten ?? [];
	}
	detailsOf(trace) {
		const place = trace.commit === null ? null : this.history.graph.find(trace.commit);
		const { refs, count } = this.holdersOf(trace);
		const names = refs.length > 0 ? refs.map(({ name }) => name) : this.forgottenBy(trace).map(({ name }) => name);
		const shown = names.slice(0, 5);
		const tagger = trace.origin === void 0 ? void 0 : this.#sources.taggers.get(trace.origin.oid);
		return {
			tagged: tagger?.commit ?? null,
			...tagger === void 0 ? this.#authorship(place) : authorshipOf(tagger),
			refs: shown,
			moreRefs: Math.max(count, names.length) - shown.length,
			isNote: refs.length > 0 && refs.every(({ kind }) => kind === "note")
		};
	}
	provenanceOf(fingerprint) {
		const own = this.placed.filter((each) => each.fingerprint === fingerprint);
		const set = [...new Set(own.flatMap(({ origin }) => origin.trace.introducedBy))];
		const direct = own.flatMap(({ origin }) => origin.trace.refs);
		const [held = {
			refs: [],
			count: 0
		}] = this.history.holdersOf([set], Number.POSITIVE_INFINITY);
		const refs = [...new Set([...held.refs, ...direct])];
		const forgotten = own.flatMap(({ trace }) => this.forgottenBy(trace).map(({ name }) => name));
		const names = refs.length > 0 ? refs.map(({ name }) => name) : [...new Set(forgotten)];
		return {
			complete: own.every(({ trace }) => trace.isCertain),
			first: this.#firstOf(own),
			renames: this.#renamesOf(own),
			inHead: inHeadOf(own),
			removed: this.#removedOf(own),
			refs: names.slice(0, 10),
			moreRefs: Math.max(0, names.length - 10),
			remotes: remotesOf(refs)
		};
	}
	#firstOf(own) {
		const place = this.history.oldest(own.flatMap(({ origin }) => origin.trace.introducedBy));
		if (place === null) return null;
		const from = own.find(({ origin }) => origin.trace.introducedBy.includes(place));
		const commit = this.history.graph.idAt(place);
		const orEarlier = this.#sources.shallow.has(commit) || !this.history.isComplete;
		return {
			commit,
			...this.#authorship(place),
			path: from?.trace.path ?? null,
			orEarlier
		};
	}
	#renamesOf(own) {
		return movesIn(this.history, own).slice(0, MOST_RENAMES).map(({ place, from, to }) => ({
			commit: this.history.graph.idAt(place),
			...this.#authorship(place),
			from,
			to
		}));
	}
	#removedOf(own) {
		if (inHeadOf(own) !== false) return null;
		const places = new Set(own.map(({ origin }) => `${origin.oid} ${origin.trace.path}`));
		const removal = this.#sources.removals.find(({ before, path }) => places.has(`${before} ${path}`));
		if (removal === void 0) return null;
		const { oid, authorName, authorEmail, date } = removal.commit;
		return {
			commit: oid,
			author: `${authorName} <${authorEmail}>`,
			date
		};
	}
	#authorship(place) {
		const commit = place === null ? void 0 : this.#sources.details.get(place);
		if (commit === void 0) return {
			author: null,
			date: null
		};
		return {
			author: `${commit.authorName} <${commit.authorEmail}>`,
			date: commit.date
		};
	}
};
function authorshipOf({ name, email, date }) {
	return {
		author: name === null ? null : `${name} <${email ?? ""}>`,
		date
	};
}
function inHeadOf(own) {
	const contents = own.filter(({ type }) => type === "blob");
	const answers = (contents.length > 0 ? contents : own).map(({ trace }) => trace.inHead);
	if (answers.includes(true)) return true;
	return answers.length > 0 && answers.every((answer) => answer === false) ? false : null;
}
function commitsToName(history, placed) {
	const own = new Map();
	for (const each of placed) {
		const group = own.get(each.fingerprint) ?? [];
		own.set(each.fingerprint, group);
		group.push(each);
	}
	const places = placed.map(({ trace }) => trace.commit === null ? null : history.graph.find(trace.commit));
	for (const group of own.values()) {
		places.push(history.oldest(group.flatMap(({ origin }) => origin.trace.introducedBy)));
		for (const { place } of movesIn(history, group).slice(0, MOST_RENAMES)) places.push(place);
	}
	return places.filter((place) => place !== null);
}
async function removalsOf(repository, history, placed, options) {
	const gone = placed.filter(({ type, trace, origin }) => type === "blob" && trace.inHead === false && origin.trace.introducedBy.some((place) => history.isInHead(place)));
	return listRemovals(repository, new Set(gone.map(({ origin }) => origin.oid)), new Set(gone.flatMap(({ origin }) => origin.trace.path ?? [])), options);
}
function remotesOf(refs) {
	const remotes = new Map();
	for (const { name, remote } of refs) {
		if (remote === null) continue;
		const names = remotes.get(remote) ?? [];
		remotes.set(remote, names);
		names.push(name);
	}
	return [...remotes].map(([name, names]) => ({
		name: name === "?" ? null : name,
		refs: names.slice(0, 5),
		moreRefs: Math.max(0, names.length - 5)
	}));
}
// src/scan/stories.ts
async function tellStories(sightings, options) {
	const traces = new Map();
	const provenances = new Map();
	const stories = new Map();
	for (const [history, placed] of byHistory(sightings)) {
		const story = await RepositoryStory.tell(history, placed, options);
		stories.set(history, story);
		for (const { trace } of placed) traces.set(trace, story.detailsOf(trace));
		for (const fingerprint of new Set(placed.map((each) => each.fingerprint))) if (!provenances.has(fingerprint)) provenances.set(fingerprint, story.provenanceOf(fingerprint));
	}
	return {
		traces,
		provenances,
		footholds: footholdsByCredential(sightings, stories, options)
	};
}
function byHistory(sightings) {
	const histories = new Map();
	for (const { fingerprint, sighting, traces } of sightings) {
		if (sighting.origin.kind !== "object") continue;
		for (const trace of traces) {
			if (trace.origin === void 0) continue;
			const { history } = trace.origin;
			const placed = histories.get(history) ?? [];
			histories.set(history, placed);
			const { type, isName = false } = sighting.origin;
			placed.push({
				fingerprint,
				type: type === "commit" || type === "tag" ? type : "blob",
				isName,
				trace,
				origin: trace.origin
			});
		}
	}
	return histories;
}
function footholdsByCredential(sightings, stories, options) {
	const groups = new Map();
	for (const sighting of sightings) {
		const { root } = sighting;
		if (root?.repository == null) continue;
		const roots = groups.get(sighting.fingerprint) ?? new Map();
		groups.set(sighting.fingerprint, roots);
		const group = roots.get(root) ?? [];
		roots.set(root, group);
		group.push(sighting);
	}
	return new Map([...groups].map(([fingerprint, roots]) => [fingerprint, [...roots].map(([root, group]) => footholdsOf(root, fingerprint, group, stories, options))]));
}
// src/scan.ts
var scan_exports = require_rolldown_runtime.__exportAll({ scan: () => scan });
function scan(options = {}) {
	return observedScan(options, null);
}
async function observedScan(given, observer) {
	checkOptions(given);
	const available = require_apply_config.configuredRules(require_catalogue.builtinRules(), given.config);
	const settings = require_version.settle(given, given.config);
	const minConfidence = settings.minConfidence.value;
	const options = {
		...given,
		include: settings.include.value,
		exclude: settings.exclude.value
	};
	const { rules, isReported } = require_catalogue.selectRules(available, settings.rules.value, settings.disabledRules.value, settings.rulesets.value);
	const coverage = new require_coverage.Coverage();
	const modes = new Set();
	const engine = require_own_compiler.createEngine(rules, await require_own_compiler.compilerForOwn(rules));
	const search = {
		options,
		rules,
		rulesKey: JSON.stringify([
			require_apply_config.configuredDigest(available, require_catalogue.builtinRules(), require_catalogue.rulesDigest),
			rules.map(({ family }) => family),
			settings.rules.value,
			settings.disabledRules.value
		]),
		isReported,
		...watched(engine, observer)
	};
	const sightings = [];
	const stood = [];
	const histories = new Set();
	const roots = await findRoots(options.paths?.length ? options.paths : ["."], options);
	for (const root of roots) {
		const found = await scanRoot(root, search, histories, coverage);
		for (const mode of found.modes) modes.add(mode);
		for (const sighting of found.sightings) sightings.push(sighting);
		stood.push(...found.standing);
		roots.push(...found.nested);
	}
	const { kept, ignored } = await require_observe.applyAllowRules(sightings, options.config?.allow, minConfidence);
	const isShown = ({ sightings: all }) => all.some(({ finding }) => require_version.isAtLeast(finding.confidence, minConfidence));
	observer?.placed(sightings, kept, stood);
	const stories = await tellStories(kept, options);
	const skipped = coverage.skipped();
	const secrets = [...sightings.map(({ sighting }) => sighting.finding.secret), ...skipped.flatMap(({ examples }) => examples.flatMap((name) => secretsIn(engine, name)))];
	const redactText = options.showSecrets === true ? (text) => text : createTextRedactor(secrets);
	const credentials = groupCredentials(kept, rules, options.showSecrets ?? false, stories).map((each) => redactNames(each, redactText));
	const shown = credentials.filter((each) => require_version.isAtLeast(each.confidence, minConfidence));
	return {
		schemaVersion: 1,
		tool: {
			name: "keypetrel",
			version: require_version.TOOL_VERSION,
			rulesDigest: require_apply_config.configuredDigest(available, require_catalogue.builtinRules(), require_catalogue.rulesDigest)
		},
		coverage: {
			complete: coverage.isComplete(),
			modes: [...modes],
			files: coverage.files,
			objects: coverage.objects,
			commits: coverage.commits,
			shallow: coverage.shallow,
			partialClone: coverage.partialClone,
			skipped: skipped.map((each) => ({
				...each,
				examples: each.examples.map(redactText)
			}))
		},
		credentials: shown,
		suppressed: {
			baseline: 0,
			inline: 0,
			ignored,
			belowThreshold: credentials.length - shown.length,
			standing: stood.filter(isShown).length
		}
	};
}
function secretsIn(engine, text) {
	return require_own_compiler.detect(engine, Buffer.from(text), "").map(({ secret }) => secret);
}
Object.defineProperty(exports, "History", {
	enumerable: true,
	get: function() {
		return History;
	}
});
Object.defineProperty(exports, "NO_STORIES", {
	enumerable: true,
	get: function() {
		return NO_STORIES;
	}
});
Object.defineProperty(exports, "RAW_LOG_FORMAT", {
	enumerable: true,
	get: function() {
		return RAW_LOG_FORMAT;
	}
});
Object.defineProperty(exports, "RawLogParser", {
	enumerable: true,
	get: function() {
		return RawLogParser;
	}
});
Object.defineProperty(exports, "Windower", {
	enumerable: true,
	get: function() {
		return Windower;
	}
});
Object.defineProperty(exports, "createTextRedactor", {
	enumerable: true,
	get: function() {
		return createTextRedactor;
	}
});
Object.defineProperty(exports, "decodePath", {
	enumerable: true,
	get: function() {
		return decodePath;
	}
});
Object.defineProperty(exports, "isNothing", {
	enumerable: true,
	get: function() {
		return isNothing;
	}
});
Object.defineProperty(exports, "listHeadBlobs", {
	enumerable: true,
	get: function() {
		return listHeadBlobs;
	}
});
Object.defineProperty(exports, "listRefs", {
	enumerable: true,
	get: function() {
		return listRefs;
	}
});
Object.defineProperty(exports, "observedScan", {
	enumerable: true,
	get: function() {
		return observedScan;
	}
});
Object.defineProperty(exports, "occurrencesOf", {
	enumerable: true,
	get: function() {
		return occurrencesOf;
	}
});
Object.defineProperty(exports, "parseRawChange", {
	enumerable: true,
	get: function() {
		return parseRawChange;
	}
});
Object.defineProperty(exports, "pathNameOf", {
	enumerable: true,
	get: function() {
		return pathNameOf;
	}
});
Object.defineProperty(exports, "readShallowCommits", {
	enumerable: true,
	get: function() {
		return readShallowCommits;
	}
});
Object.defineProperty(exports, "readTaggers", {
	enumerable: true,
	get: function() {
		return readTaggers;
	}
});
Object.defineProperty(exports, "scan", {
	enumerable: true,
	get: function() {
		return scan;
	}
});
Object.defineProperty(exports, "scan_exports", {
	enumerable: true,
	get: function() {
		return scan_exports;
	}
});
Object.defineProperty(exports, "strength", {
	enumerable: true,
	get: function() {
		return strength;
	}
});
Object.defineProperty(exports, "traceAll", {
	enumerable: true,
	get: function() {
		return traceAll;
	}
});
