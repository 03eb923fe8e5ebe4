import { W as shannonEntropy, nt as redact, x as memberPath } from "./scan-roots.js";
import { u as CONFIDENCE_LEVELS } from "./basics.js";
import { t as remediationOf } from "./advice.js";
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
			return occurrence(sighting, trace.exposure === "staged" && trace.worktree === void 0 ? "index" : sourceOf(origin.type, sighting.inHeader, isNote), {
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
function sourceOf(type, inHeader, isNote) {
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
		path: place.path === null ? sighting.member : memberPath(place.path, sighting.member)
	};
}
const MOST_FRAMES = 3;
function withFewFrames(sorted) {
	const shown = new Set();
	return sorted.map((each) => {
		if (each.frame.length === 0 || shown.has(each.frame)) return each;
		if (shown.size === MOST_FRAMES) return {
			...each,
			frame: []
		};
		shown.add(each.frame);
		return each;
	});
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
const MOST_NAMES = 3;
function namesInWords(paths) {
	const names = [...new Set(paths)];
	const shown = names.slice(0, MOST_NAMES).join(", ");
	return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
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
const EXPOSURES = [
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
	const occurrences = withFewFrames(sightings.flatMap((sighting) => occurrencesOf(sighting, stories)).sort(comparePlaces));
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
		redacted: redact(best.secret),
		length: best.secret.length,
		entropy: Math.round(shannonEntropy(best.secret) * 100) / 100,
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
			template: remediationOf(rule, best.rule),
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
	return CONFIDENCE_LEVELS.indexOf(finding.confidence) * 1e3 + score;
}
function furthest(exposures) {
	return EXPOSURES[Math.max(...exposures.map((exposure) => EXPOSURES.indexOf(exposure)))] ?? "working-tree";
}
function compareCredentials(a, b) {
	const [first, second] = [a.occurrences[0], b.occurrences[0]];
	return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || CONFIDENCE_LEVELS.indexOf(b.confidence) - CONFIDENCE_LEVELS.indexOf(a.confidence) || compareTexts(first?.path ?? "", second?.path ?? "") || (first?.line ?? 0) - (second?.line ?? 0) || (first && second ? comparePlaces(first, second) : 0) || compareTexts(a.fingerprint, b.fingerprint);
}
export { NO_STORIES as i, strength as n, occurrencesOf as r, groupCredentials as t };
