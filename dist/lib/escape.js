// src/report/escape.ts
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const SHORT_ESCAPES = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
function escapeText(text) {
	return text.replace(UNSAFE, escapeCharacter);
}
function escapeCharacter(character) {
	const short = SHORT_ESCAPES[character];
	if (short !== void 0) return short;
	const code = (character.codePointAt(0) ?? 0).toString(16);
	return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u{${code}}`;
}
function escapeJson(json) {
	return json.replace(UNSAFE, (character) => character === "\n" ? character : escapeUtf16(character));
}
function escapeUtf16(character) {
	let escaped = "";
	for (let i = 0; i < character.length; i++) escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
	return escaped;
}
export { escapeText as n, escapeJson as t };
