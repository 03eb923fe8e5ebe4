"use strict";
const require_scan = require("./scan.cjs");
const require_index_entries = require("./index-entries.cjs");
const require_repository = require("./repository.cjs");
// src/git/missing-objects.ts
async function listMissingIndexObjects(repository, options = {}) {
	if (!repository.partialClone) return new Set();
	const missing = (await require_repository.runGit(repository, [
		"rev-list",
		"--objects",
		"--no-object-names",
		"--missing=print",
		"--indexed-objects"
	], options)).toString("latin1").split("\n").filter((line) => line.startsWith("?"));
	return new Set(missing.flatMap((line) => require_repository.parseObjectId(line.slice(1)) ?? []));
}
// src/sources/index-source.ts
function indexSource(options) {
	const { repository, signal, skip = () => false, onProgress } = options;
	return async (emit, coverage) => {
		coverage.partialClone ||= repository.partialClone;
		const filter = await require_scan.createPathFilter(options);
		const blobs = groupByBlob((options.entries ?? await require_index_entries.listIndexEntries(repository, { signal })).filter(({ kind, path }) => {
			if (kind === "submodule") coverage.skip("submodule", path);
			else if (!filter(path)) coverage.skip("excluded", path);
			else return true;
			return false;
		}));
		const missing = await listMissingIndexObjects(repository, { signal });
		const wanted = [...blobs.values()].filter(({ oid }) => {
			if (missing.has(oid)) coverage.skip("missing-object", oid);
			else if (skip(oid)) coverage.objects.fromCache += 1;
			else return true;
			return false;
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
		const windower = new require_scan.Windower(emit);
		await require_scan.readObjects(repository, [wanted], {
			begin: ({ origins }, { size }) => windower.begin(origins, size),
			part: (bytes) => windower.push(bytes),
			end: (_, { size }) => {
				windower.end();
				coverage.objects.scanned += 1;
				coverage.objects.bytes += size;
				report();
			},
			missing: ({ oid }) => {
				coverage.skip("missing-object", oid);
				report();
			},
			corrupt: ({ oid }) => {
				coverage.skip("corrupt-object", oid);
				report();
			}
		}, { signal });
	};
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
