"use strict";
const require_basics = require("./basics.cjs");
const require_exit_code = require("./exit-code.cjs");
// src/report/explanation/json.ts
function renderExplanationJson({ explanations, unmatched, complete }) {
	return [`${require_exit_code.escapeJson(JSON.stringify({
		schemaVersion: 1,
		tool: {
			name: "keypetrel",
			version: require_basics.TOOL_VERSION
		},
		complete,
		explanations,
		unmatched
	}, null, 2))}\n`];
}
exports.renderExplanationJson = renderExplanationJson;
