// src/report/json-model.ts
function toJsonScan({ schemaVersion, tool, coverage, suppressed, baseline }) {
	return {
		schemaVersion,
		tool: {
			name: tool.name,
			version: tool.version,
			rulesDigest: tool.rulesDigest
		},
		coverage: {
			complete: coverage.complete,
			modes: coverage.modes,
			files: {
				scanned: coverage.files.scanned,
				bytes: coverage.files.bytes
			},
			objects: {
				scanned: coverage.objects.scanned,
				bytes: coverage.objects.bytes,
				fromCache: coverage.objects.fromCache
			},
			commits: coverage.commits,
			shallow: coverage.shallow,
			partialClone: coverage.partialClone,
			skipped: coverage.skipped.map(({ reason, count, examples }) => ({
				reason,
				count,
				examples
			}))
		},
		suppressed: {
			baseline: suppressed.baseline,
			inline: suppressed.inline,
			ignored: suppressed.ignored,
			belowThreshold: suppressed.belowThreshold,
			standing: suppressed.standing
		},
		...baseline !== void 0 && { baseline: toJsonBaseline(baseline) }
	};
}
function toJsonBaseline({ entries, gone }) {
	return {
		entries,
		gone: gone?.map(({ fingerprint, rule, path }) => ({
			fingerprint,
			rule,
			path
		})) ?? null
	};
}
function toJsonCredential(credential) {
	const { remediation } = credential;
	return {
		fingerprint: credential.fingerprint,
		rule: credential.rule,
		title: credential.title,
		service: credential.service,
		severity: credential.severity,
		confidence: credential.confidence,
		checksum: credential.checksum,
		issued: credential.issued,
		endpoint: credential.endpoint,
		redacted: credential.redacted,
		length: credential.length,
		entropy: credential.entropy,
		...credential.secret !== void 0 && { secret: credential.secret },
		evidence: credential.evidence.map(({ kind, weight, detail }) => ({
			kind,
			weight,
			detail
		})),
		exposure: credential.exposure,
		provenance: credential.provenance === null ? null : toJsonProvenance(credential.provenance),
		occurrences: credential.occurrences.map(toJsonOccurrence),
		remediation: {
			summary: remediation.summary,
			steps: remediation.steps,
			commands: remediation.commands,
			plan: remediation.plan.map(({ stage, text, commands }) => ({
				stage,
				text,
				commands
			}))
		}
	};
}
function toJsonProvenance(provenance) {
	const { complete, first, renames, inHead, removed, refs, moreRefs, remotes } = provenance;
	return {
		complete,
		first: first === null ? null : {
			...toJsonStamp(first),
			path: first.path,
			orEarlier: first.orEarlier
		},
		renames: renames.map((rename) => ({
			...toJsonStamp(rename),
			from: rename.from,
			to: rename.to
		})),
		inHead,
		removed: removed === null ? null : toJsonStamp(removed),
		refs,
		moreRefs,
		remotes: remotes.map((remote) => ({
			name: remote.name,
			refs: remote.refs,
			moreRefs: remote.moreRefs
		}))
	};
}
function toJsonStamp({ commit, author, date }) {
	return {
		commit,
		author,
		date
	};
}
function toJsonOccurrence(occurrence) {
	return {
		path: occurrence.path,
		line: occurrence.line,
		column: occurrence.column,
		endLine: occurrence.endLine,
		endColumn: occurrence.endColumn,
		source: occurrence.source,
		isName: occurrence.isName,
		blob: occurrence.blob,
		commit: occurrence.commit,
		author: occurrence.author,
		date: occurrence.date,
		refs: occurrence.refs,
		moreRefs: occurrence.moreRefs,
		inHead: occurrence.inHead,
		exposure: occurrence.exposure,
		decodedFrom: occurrence.decodedFrom,
		cell: occurrence.cell
	};
}
export { toJsonScan as n, toJsonCredential as t };
