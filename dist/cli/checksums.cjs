"use strict";
const require_builtin_modules = require("./builtin-modules.cjs");
// src/detect/checksums/marvin.ts
function marvin(data, seed) {
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	const seedView = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
	let low = seedView.getUint32(4);
	let high = seedView.getUint32(0);
	const mix = (word) => {
		low = low + word >>> 0;
		block();
	};
	const block = () => {
		high = (high ^ low) >>> 0;
		low = rotateLeft(low, 20) + high >>> 0;
		high = (rotateLeft(high, 9) ^ low) >>> 0;
		low = rotateLeft(low, 27) + high >>> 0;
		high = rotateLeft(high, 19);
	};
	const wholeWords = data.length & -4;
	for (let i = 0; i < wholeWords; i += 4) mix(view.getUint32(i, true));
	let tail = 128;
	for (let i = data.length - 1; i >= wholeWords; i--) tail = (tail << 8 | view.getUint8(i)) >>> 0;
	mix(tail);
	block();
	return {
		low,
		high
	};
}
function marvin32(data, seed) {
	const { low, high } = marvin(data, seed);
	return (low ^ high) >>> 0;
}
function rotateLeft(value, bits) {
	return (value << bits | value >>> 32 - bits) >>> 0;
}
// src/detect/checksums/azure-annotated.ts
const BODY_LENGTH$1 = 80;
const SEED$1 = Buffer.from("Default0", "latin1");
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const YEAR_INDEX = 58;
const MONTH_INDEX = 59;
const FIRST_YEAR = 2024;
function azureAnnotatedChecksum(key) {
	const tail = key.slice(BODY_LENGTH$1);
	return annotatedChecksumTails(key.slice(0, BODY_LENGTH$1), tail.length > 4).includes(tail) ? "valid" : "mismatch";
}
function annotatedChecksumTails(body, isLongForm) {
	const checksum = Buffer.alloc(4);
	checksum.writeUInt32LE(marvin32(Buffer.from(body, "base64"), SEED$1));
	const base64 = checksum.toString("base64");
	const base62 = encodeBase62(checksum);
	if (!isLongForm) return [base64.slice(0, 4), base62.slice(0, 4)];
	return [base64, Buffer.from(`${base62}==`, "base64").toString("base64")];
}
function azureAnnotatedIssued(key) {
	const year = BASE64.indexOf(key.charAt(YEAR_INDEX));
	const month = BASE64.indexOf(key.charAt(MONTH_INDEX));
	if (year < 0 || month < 0 || month > 11) return null;
	return `${FIRST_YEAR + year}-${String(month + 1).padStart(2, "0")}`;
}
function encodeBase62(bytes) {
	let value = bytes.readUInt32BE();
	let digits = "";
	while (value > 0) {
		digits = BASE62.charAt(value % 62) + digits;
		value = Math.floor(value / 62);
	}
	let leadingZeroBytes = 0;
	while (leadingZeroBytes < bytes.length && bytes[leadingZeroBytes] === 0) leadingZeroBytes++;
	return ("0".repeat(leadingZeroBytes) + digits).padEnd(6, "0");
}
// src/detect/checksums/azure-devops-token.ts
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH = 52;
const CHECKSUM_PLACES = [
	22,
	8,
	7,
	2
];
const MASKS = [3770247469, 270137646];
function isDevOpsChecksumValid(token) {
	if (token.length !== LENGTH) return false;
	const bytes = decodeBase32(token);
	const written = CHECKSUM_PLACES.reduce((sum, place, i) => sum + (bytes[place] ?? 0) * 256 ** i, 0);
	return MASKS.some((mask) => checksumOf(bytes, mask) === written);
}
function completeDevOpsToken(body) {
	const bytes = decodeBase32(body);
	const checksum = checksumOf(bytes, MASKS[0] ?? 0);
	CHECKSUM_PLACES.forEach((place, i) => {
		bytes[place] = checksum >>> 8 * i & 255;
	});
	return encodeBase32(bytes) + body.slice(-1);
}
function checksumOf(bytes, mask) {
	return (require_builtin_modules.lazyZlib().crc32(bytes.filter((_, place) => !CHECKSUM_PLACES.includes(place))) ^ mask) >>> 0;
}
function decodeBase32(text) {
	const bytes = [];
	let bits = 0;
	let bitCount = 0;
	for (const character of text) {
		bits = bits << 5 | BASE32.indexOf(character);
		bitCount += 5;
		if (bitCount < 8) continue;
		bitCount -= 8;
		bytes.push(bits >> bitCount & 255);
		bits &= (1 << bitCount) - 1;
	}
	return Uint8Array.from(bytes);
}
function encodeBase32(bytes) {
	let text = "";
	let bits = 0;
	let bitCount = 0;
	for (const byte of bytes) {
		bits = bits << 8 | byte;
		bitCount += 8;
		while (bitCount >= 5) {
			bitCount -= 5;
			text += BASE32.charAt(bits >> bitCount & 31);
		}
		bits &= (1 << bitCount) - 1;
	}
	return text;
}
// src/detect/checksums/azure-identifiable.ts
const CHECKSUM_BYTES = 4;
function identifiableSeed(key, seeds) {
	const bytes = Buffer.from(key, "base64");
	if (bytes.length <= CHECKSUM_BYTES || !isCanonical(key, bytes)) return null;
	const body = bytes.subarray(0, -4);
	const checksum = bytes.readUInt32LE(body.length);
	return seeds.find((seed) => marvin32(body, Buffer.from(seed, "latin1")) === checksum) ?? null;
}
function completeIdentifiable(body, seed, isUrlSafe) {
	const bodyLength = Math.ceil(body.length * 6 / 8);
	const bytes = Buffer.concat([Buffer.from(`${body}A`, "base64").subarray(0, bodyLength)], bodyLength + CHECKSUM_BYTES);
	bytes.writeUInt32LE(marvin32(bytes.subarray(0, bodyLength), Buffer.from(seed, "latin1")), bodyLength);
	const key = bytes.toString("base64");
	return isUrlSafe ? key.replaceAll("+", "-").replaceAll("/", "_") : key;
}
function isCanonical(key, bytes) {
	const text = key.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/");
	return bytes.toString("base64").replace(/=+$/, "") === text;
}
// src/detect/checksums/entra-client-secret.ts
const BODY_LENGTH = 37;
const CHECKSUM_LENGTH = 3;
const DIGITS = 6;
const ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
const SEED = Buffer.from("AadPwd00", "latin1");
function isEntraChecksumValid(secret) {
	return secret.length === 40 && secret.slice(BODY_LENGTH) === entraChecksum(secret.slice(0, BODY_LENGTH));
}
function entraChecksum(body) {
	let value = marvin32(Buffer.from(body, "latin1"), SEED);
	let digits = "";
	for (let i = 0; i < DIGITS; i++) {
		digits = ALPHABET.charAt(value % 66) + digits;
		value = Math.floor(value / 66);
	}
	return digits.slice(0, CHECKSUM_LENGTH);
}
// src/detect/checksums/index.ts
const PLAIN_SCHEMES = [
	"azure-annotated",
	"azure-devops-token",
	"entra-client-secret"
];
function checksumScheme(checksum) {
	switch (checksum.scheme) {
		case "azure-annotated": return {
			verify: (secret) => ({
				result: azureAnnotatedChecksum(secret),
				seed: null
			}),
			issued: azureAnnotatedIssued,
			complete: (body) => body + annotatedChecksumTails(body, false)[0]
		};
		case "azure-devops-token": return {
			verify: (secret) => verification(isDevOpsChecksumValid(secret), null),
			complete: completeDevOpsToken
		};
		case "entra-client-secret": return {
			verify: (secret) => verification(isEntraChecksumValid(secret), null),
			complete: (body) => body + entraChecksum(body)
		};
		case "azure-identifiable": {
			const { seeds, urlSafe } = checksum;
			return {
				verify: (secret) => {
					const seed = identifiableSeed(secret, seeds);
					return verification(seed !== null, seed);
				},
				complete: (body) => completeIdentifiable(body, seeds[0] ?? "", urlSafe)
			};
		}
	}
}
function verification(isValid, seed) {
	return {
		result: isValid ? "valid" : "mismatch",
		seed
	};
}
Object.defineProperty(exports, "PLAIN_SCHEMES", {
	enumerable: true,
	get: function() {
		return PLAIN_SCHEMES;
	}
});
Object.defineProperty(exports, "checksumScheme", {
	enumerable: true,
	get: function() {
		return checksumScheme;
	}
});
