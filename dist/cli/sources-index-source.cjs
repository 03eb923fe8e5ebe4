"use strict";
const require_cat_file = require("./cat-file.cjs");
const require_exit_code = require("./exit-code.cjs");
const require_index_entries = require("./index-entries.cjs");
const require_repository = require("./repository.cjs");
const require_split_stream = require("./split-stream.cjs");
const require_file_names = require("./file-names.cjs");
const require_path_filter = require("./path-filter.cjs");
const require_windows = require("./windows.cjs");
// src/git/missing-objects.ts
const QUESTION_MARK = 63;
async function listMissingIndexObjects(repository, options = {}) {
	if (!repository.partialClone) return new Set();
	const args = [
		"rev-list",
		"--objects",
		"--no-object-names",
		"--missing=print",
		"--indexed-objects"
	];
	const missing = new Set();
	const git = require_repository.startGit(repository, args, options);
	git.stdin.end();
	await require_split_stream.splitStream(git.stdout, 10, (line) => {
		const oid = line[0] === QUESTION_MARK ? require_repository.parseObjectId(line.toString("latin1", 1)) : null;
		if (oid !== null) missing.add(oid);
	});
	await git.exit;
	return missing;
}
// src/sources/index-source.ts
function indexSource(options) {
	const { repository, signal, skip = () => false, onProgress, isAlone = true } = options;
	return async (emit, coverage) => {
		coverage.partialClone ||= repository.partialClone;
		const count = (reason, example) => {
			if (isAlone) coverage.skip(reason, example);
		};
		const filter = await require_path_filter.createPathFilter(options);
		const entries = options.entries ?? await readEntries(repository, coverage, signal);
		const blobs = groupByBlob(entries.filter(({ kind, path }) => {
			if (filter(path)) return kind !== "submodule";
			count("excluded", path);
			return false;
		}));
		if (isAlone) scanNames(entries, filter, emit, options.screen);
		const missing = await listMissingIndexObjects(repository, { signal });
		const wanted = [...blobs.values()].filter(({ oid }) => {
			if (missing.has(oid)) count("missing-object", oid);
			return !missing.has(oid) && !skip(oid);
		});
		let done = 0;
		const report = () => {
			done += 1;
			onProgress?.({
				phase: "index",
				done,
				total: wanted.length
			});
		};
		const windower = new require_windows.Windower(emit);
		await require_cat_file.readObjects(repository, [wanted], {
			begin: ({ origins }, { size }) => windower.begin(origins, size),
			part: (bytes) => windower.push(bytes),
			end: (_, { size }) => {
				windower.end();
				coverage.objects.scanned += 1;
				coverage.objects.bytes += size;
				report();
			},
			missing: ({ oid }) => {
				count("missing-object", oid);
				report();
			},
			corrupt: ({ oid }) => {
				count("corrupt-object", oid);
				report();
			}
		}, { signal });
	};
}
function scanNames(entries, filter, emit, screen) {
	if (screen === void 0) return;
	const names = new require_file_names.FileNames(emit, screen);
	for (const { path, oid } of entries) if (filter(path)) names.add(path, (named) => ({
		kind: "index",
		path: named,
		oid,
		isName: true
	}));
	names.flush();
}
async function readEntries(repository, coverage, signal) {
	try {
		return await require_index_entries.listIndexEntries(repository, { signal });
	} catch (error) {
		if (!(error instanceof require_exit_code.GitError)) throw error;
		coverage.skip("unreadable", require_exit_code.reasonOf(error));
		return [];
	}
}
function groupByBlob(entries) {
	const blobs = new Map();
	for (const { oid, path, previous } of entries) {
		const blob = blobs.get(oid) ?? {
			oid,
			origins: []
		};
		blob.origins.push({
			kind: "index",
			path,
			oid,
			...previous && { previous }
		});
		blobs.set(oid, blob);
	}
	return blobs;
}
exports.indexSource = indexSource;
