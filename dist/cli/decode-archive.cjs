"use strict";
const require_scan_roots = require("./scan-roots.cjs");
let node_zlib = require("node:zlib");
// node_modules/fflate/esm/browser.js
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	1,
	1,
	1,
	1,
	2,
	2,
	2,
	2,
	3,
	3,
	3,
	3,
	4,
	4,
	4,
	4,
	5,
	5,
	5,
	5,
	0,
	0,
	0,
	0
]);
var fdeb = new u8([
	0,
	0,
	0,
	0,
	1,
	1,
	2,
	2,
	3,
	3,
	4,
	4,
	5,
	5,
	6,
	6,
	7,
	7,
	8,
	8,
	9,
	9,
	10,
	10,
	11,
	11,
	12,
	12,
	13,
	13,
	0,
	0
]);
var clim = new u8([
	16,
	17,
	18,
	0,
	8,
	7,
	9,
	6,
	10,
	5,
	11,
	4,
	12,
	3,
	13,
	2,
	14,
	1,
	15
]);
var freb = function(eb, start) {
	var b = new u16(31);
	for (var i = 0; i < 31; ++i) b[i] = start += 1 << eb[i - 1];
	var r = new i32(b[30]);
	for (var i = 1; i < 30; ++i) for (var j = b[i]; j < b[i + 1]; ++j) r[j] = j - b[i] << 5 | i;
	return {
		b,
		r
	};
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
_b.r;
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
	var x = (i & 43690) >> 1 | (i & 21845) << 1;
	x = (x & 52428) >> 2 | (x & 13107) << 2;
	x = (x & 61680) >> 4 | (x & 3855) << 4;
	rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var hMap = (function(cd, mb, r) {
	var s = cd.length;
	var i = 0;
	var l = new u16(mb);
	for (; i < s; ++i) if (cd[i]) ++l[cd[i] - 1];
	var le = new u16(mb);
	for (i = 1; i < mb; ++i) le[i] = le[i - 1] + l[i - 1] << 1;
	var co;
	if (r) {
		co = new u16(1 << mb);
		var rvb = 15 - mb;
		for (i = 0; i < s; ++i) if (cd[i]) {
			var sv = i << 4 | cd[i];
			var r_1 = mb - cd[i];
			var v = le[cd[i] - 1]++ << r_1;
			for (var m = v | (1 << r_1) - 1; v <= m; ++v) co[rev[v] >> rvb] = sv;
		}
	} else {
		co = new u16(s);
		for (i = 0; i < s; ++i) if (cd[i]) co[i] = rev[le[cd[i] - 1]++] >> 15 - cd[i];
	}
	return co;
});
var flt = new u8(288);
for (var i = 0; i < 144; ++i) flt[i] = 8;
for (var i = 144; i < 256; ++i) flt[i] = 9;
for (var i = 256; i < 280; ++i) flt[i] = 7;
for (var i = 280; i < 288; ++i) flt[i] = 8;
var fdt = new u8(32);
for (var i = 0; i < 32; ++i) fdt[i] = 5;
var flrm = hMap(flt, 9, 1);
var fdrm = hMap(fdt, 5, 1);
var max = function(a) {
	var m = a[0];
	for (var i = 1; i < a.length; ++i) if (a[i] > m) m = a[i];
	return m;
};
var bits = function(d, p, m) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
	return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	return new u8(v.subarray(s, e));
};
var ec = [
	"unexpected EOF",
	"invalid block type",
	"invalid length/literal",
	"invalid distance",
	"stream finished",
	"no stream handler",
	,
	"no callback",
	"invalid UTF-8 data",
	"extra field too long",
	"date not in range 1980-2099",
	"filename too long",
	"stream finishing",
	"invalid zip data"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var inflt = function(dat, st, buf, dict) {
	var sl = dat.length, dl = dict ? dict.length : 0;
	if (!sl || st.f && !st.l) return buf || new u8(0);
	var noBuf = !buf;
	var resize = noBuf || st.i != 2;
	var noSt = st.i;
	if (noBuf) buf = new u8(sl * 3);
	var cbuf = function(l) {
		var bl = buf.length;
		if (l > bl) {
			var nbuf = new u8(Math.max(bl * 2, l));
			nbuf.set(buf);
			buf = nbuf;
		}
	};
	var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
	var tbts = sl * 8;
	do {
		if (!lm) {
			final = bits(dat, pos, 1);
			var type = bits(dat, pos + 1, 3);
			pos += 3;
			if (!type) {
				var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
				if (t > sl) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + l);
				buf.set(dat.subarray(s, t), bt);
				st.b = bt += l, st.p = pos = t * 8, st.f = final;
				continue;
			} else if (type == 1) lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
			else if (type == 2) {
				var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
				var tl = hLit + bits(dat, pos + 5, 31) + 1;
				pos += 14;
				var ldt = new u8(tl);
				var clt = new u8(19);
				for (var i = 0; i < hcLen; ++i) clt[clim[i]] = bits(dat, pos + i * 3, 7);
				pos += hcLen * 3;
				var clb = max(clt), clbmsk = (1 << clb) - 1;
				var clm = hMap(clt, clb, 1);
				for (var i = 0; i < tl;) {
					var r = clm[bits(dat, pos, clbmsk)];
					pos += r & 15;
					var s = r >> 4;
					if (s < 16) ldt[i++] = s;
					else {
						var c = 0, n = 0;
						if (s == 16) n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
						else if (s == 17) n = 3 + bits(dat, pos, 7), pos += 3;
						else if (s == 18) n = 11 + bits(dat, pos, 127), pos += 7;
						while (n--) ldt[i++] = c;
					}
				}
				var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
				lbt = max(lt);
				dbt = max(dt);
				lm = hMap(lt, lbt, 1);
				dm = hMap(dt, dbt, 1);
			} else err(1);
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
		}
		if (resize) cbuf(bt + 131072);
		var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
		var lpos = pos;
		for (;; lpos = pos) {
			var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
			pos += c & 15;
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
			if (!c) err(2);
			if (sym < 256) buf[bt++] = sym;
			else if (sym == 256) {
				lpos = pos, lm = null;
				break;
			} else {
				var add = sym - 254;
				if (sym > 264) {
					var i = sym - 257, b = fleb[i];
					add = bits(dat, pos, (1 << b) - 1) + fl[i];
					pos += b;
				}
				var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
				if (!d) err(3);
				pos += d & 15;
				var dt = fd[dsym];
				if (dsym > 3) {
					var b = fdeb[dsym];
					dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
				}
				if (pos > tbts) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + 131072);
				var end = bt + add;
				if (bt < dt) {
					var shift = dl - dt, dend = Math.min(dt, end);
					if (shift + bt < 0) err(3);
					for (; bt < dend; ++bt) buf[bt] = dict[shift + bt];
				}
				for (; bt < end; ++bt) buf[bt] = buf[bt - dt];
			}
		}
		st.l = lm, st.p = lpos, st.b = bt, st.f = final;
		if (lm) final = 1, st.m = lbt, st.d = dm, st.n = dbt;
	} while (!final);
	return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = new u8(0);
var b2 = function(d, b) {
	return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
	return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
	return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data, opts) {
	return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && new TextDecoder();
try {
	td.decode(et, { stream: true });
} catch (e) {}
var dutf8 = function(d) {
	for (var r = "", i = 0;;) {
		var c = d[i++];
		var eb = (c > 127) + (c > 223) + (c > 239);
		if (i + eb > d.length) return {
			s: r,
			r: slc(d, i - 1)
		};
		if (!eb) r += String.fromCharCode(c);
		else if (eb == 3) c = ((c & 15) << 18 | (d[i++] & 63) << 12 | (d[i++] & 63) << 6 | d[i++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
		else if (eb & 1) r += String.fromCharCode((c & 31) << 6 | d[i++] & 63);
		else r += String.fromCharCode((c & 15) << 12 | (d[i++] & 63) << 6 | d[i++] & 63);
	}
};
function strFromU8(dat, latin1) {
	if (latin1) {
		var r = "";
		for (var i = 0; i < dat.length; i += 16384) r += String.fromCharCode.apply(null, dat.subarray(i, i + 16384));
		return r;
	} else if (td) return td.decode(dat);
	else {
		var _a = dutf8(dat), s = _a.s, r = _a.r;
		if (r.length) err(8);
		return s;
	}
}
var slzh = function(d, b) {
	return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
	var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
	var _a = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a[0], su = _a[1], off = _a[2];
	return [
		b2(d, b + 10),
		sc,
		su,
		fn,
		es + efl + b2(d, b + 32),
		off
	];
};
var z64hs = function(d, b, l, z, sc, su, off) {
	var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
	var nf = nsc + nsu + noff;
	if (z && nf) {
		for (; b + 4 < e; b += 4 + b2(d, b + 2)) if (b2(d, b) == 1) return [
			nsc ? b8(d, b + 4 + 8 * nsu) : sc,
			nsu ? b8(d, b + 4) : su,
			noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
			1
		];
		if (z < 2) err(13);
	}
	return [
		sc,
		su,
		off,
		0
	];
};
function unzipSync(data, opts) {
	var files = {};
	var e = data.length - 22;
	for (; b4(data, e) != 101010256; --e) if (!e || data.length - e > 65558) err(13);
	var c = b2(data, e + 8);
	if (!c) return {};
	var o = b4(data, e + 16);
	var z = b4(data, e - 20) == 117853008;
	if (z) {
		var ze = b4(data, e - 12);
		z = b4(data, ze) == 101075792;
		if (z) {
			c = b4(data, ze + 32);
			o = b4(data, ze + 48);
		}
	}
	var fltr = opts && opts.filter;
	for (var i = 0; i < c; ++i) {
		var _a = zh(data, o, z), c_2 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
		o = no;
		if (!fltr || fltr({
			name: fn,
			size: sc,
			originalSize: su,
			compression: c_2
		})) {
			if (!c_2) files[fn] = slc(data, b, b + sc);
			else if (c_2 == 8) files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
			else err(14, "unknown compression type " + c_2);
		}
	}
	return files;
}
// node_modules/nanotar/dist/index.mjs
const tarItemTypeMap = {
	"0": "file",
	"1": "hardLink",
	"2": "symbolicLink",
	"3": "characterDevice",
	"4": "blockDevice",
	"5": "directory",
	"6": "fifo",
	"7": "contiguousFile",
	"g": "globalExtendedHeader",
	"x": "extendedHeader",
	"D": "gnuDirectory",
	"I": "gnuInodeMetadata",
	"K": "gnuLongLinkName",
	"L": "gnuLongFileName",
	"N": "gnuOldLongFileName",
	"M": "gnuMultiVolume",
	"S": "gnuSparseFile",
	"E": "gnuExtendedSparse",
	"A": "solarisAcl",
	"V": "solarisVolumeLabel",
	"X": "solarisOldExtendedHeader"
};
function parseTar(data, opts) {
	const buffer = data.buffer || data;
	const files = [];
	let offset = 0;
	let nextExtendedHeader;
	let globalExtendedHeader;
	while (offset < buffer.byteLength - 512) {
		let name = _readString(buffer, offset, 100);
		if (name.length === 0) break;
		if (nextExtendedHeader) {
			const longName = nextExtendedHeader.path || nextExtendedHeader.linkpath;
			if (longName) name = longName;
		}
		const mode = _readString(buffer, offset + 100, 8).trim();
		const uid = Number.parseInt(_readString(buffer, offset + 108, 8));
		const gid = Number.parseInt(_readString(buffer, offset + 116, 8));
		const size = _readNumber(buffer, offset + 124, 12);
		const seek = 512 + 512 * Math.trunc(size / 512) + (size % 512 ? 512 : 0);
		const mtime = _readNumber(buffer, offset + 136, 12);
		const _type = _readString(buffer, offset + 156, 1) || "0";
		const type = tarItemTypeMap[_type] || _type;
		switch (type) {
			case "extendedHeader":
			case "globalExtendedHeader": {
				const headers = _parseExtendedHeaders(new Uint8Array(buffer, offset + 512, size));
				if (type === "extendedHeader") nextExtendedHeader = headers;
				else {
					nextExtendedHeader = void 0;
					globalExtendedHeader = {
						...globalExtendedHeader,
						...headers
					};
				}
				offset += seek;
				continue;
			}
			case "gnuLongFileName":
			case "gnuOldLongFileName":
			case "gnuLongLinkName":
				nextExtendedHeader = { path: _readString(buffer, offset + 512, size) };
				offset += seek;
				continue;
		}
		const user = _readString(buffer, offset + 265, 32);
		const group = _readString(buffer, offset + 297, 32);
		name = _sanitizePath(name);
		const meta = {
			name,
			type,
			size,
			attrs: {
				...globalExtendedHeader,
				...nextExtendedHeader,
				mode,
				uid,
				gid,
				mtime,
				user,
				group
			}
		};
		nextExtendedHeader = void 0;
		if (opts?.filter && !opts.filter(meta)) {
			offset += seek;
			continue;
		}
		if (opts?.metaOnly) {
			files.push(meta);
			offset += seek;
			continue;
		}
		const data2 = size === 0 ? void 0 : new Uint8Array(buffer, offset + 512, size);
		files.push({
			...meta,
			data: data2,
			get text() {
				return new TextDecoder().decode(this.data);
			}
		});
		offset += seek;
	}
	return files;
}
function _sanitizePath(path) {
	let normalized = path.replace(/\\/g, "/");
	normalized = normalized.replace(/^[a-zA-Z]:\//, "");
	normalized = normalized.replace(/^\/+/, "");
	const hasLeadingDotSlash = normalized.startsWith("./");
	const parts = normalized.split("/");
	const resolved = [];
	for (const part of parts) if (part === "..") resolved.pop();
	else if (part !== "." && part !== "") resolved.push(part);
	let result = resolved.join("/");
	if (hasLeadingDotSlash && !result.startsWith("./")) result = "./" + result;
	if (path.endsWith("/") && !result.endsWith("/")) result += "/";
	return result;
}
function _readString(buffer, offset, size) {
	const view = new Uint8Array(buffer, offset, size);
	const i = view.indexOf(0);
	return new TextDecoder().decode(i === -1 ? view : view.slice(0, i));
}
function _readNumber(buffer, offset, size) {
	const view = new Uint8Array(buffer, offset, size);
	let str = "";
	for (let i = 0; i < size; i++) str += String.fromCodePoint(view[i]);
	return Number.parseInt(str, 8);
}
function _parseExtendedHeaders(data) {
	const dataStr = new TextDecoder().decode(data);
	const headers = {};
	for (const line of dataStr.split("\n")) {
		const s = line.split(" ")[1]?.split("=");
		if (s) headers[s[0]] = s[1];
	}
	return headers;
}
// src/decode/zip-checksums.ts
const END_OF_DIRECTORY = 101010256;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65535;
const ENTRY = 33639248;
const ENTRY_LENGTH = 46;
function zipChecksums(zip) {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	const checksums = [];
	let end = zip.length - END_LENGTH;
	const first = Math.max(0, end - LONGEST_COMMENT);
	while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
	if (end < first) return checksums;
	let at = view.getUint32(end + 16, true);
	while (at + ENTRY_LENGTH <= zip.length && view.getUint32(at, true) === ENTRY) {
		checksums.push(view.getUint32(at + 16, true));
		const variable = view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		at += ENTRY_LENGTH + variable;
	}
	return checksums;
}
// src/decode/archive.ts
const MOST_BYTES = 67108864;
const MOST_MEMBERS = 1e4;
const DEEPEST = 3;
const MOST_WASTED = 4 * MOST_BYTES;
const HIGHEST_FACTOR = 1032;
function unpack(bytes) {
	const members = [];
	const skipped = [];
	unpackInto(bytes, "", DEEPEST, {
		bytes: MOST_BYTES,
		members: MOST_MEMBERS,
		wasted: MOST_WASTED
	}, members, skipped);
	return {
		members,
		skipped
	};
}
function unpackInto(bytes, path, depth, budget, members, skipped) {
	let found;
	try {
		found = readMembers(bytes, path, budget, skipped);
	} catch {
		skipped.push(path);
		return;
	}
	for (const member of found) if (!require_scan_roots.isArchive(member.bytes)) members.push(member);
	else if (depth === 1) skipped.push(member.path);
	else unpackInto(member.bytes, member.path, depth - 1, budget, members, skipped);
}
function readMembers(bytes, path, budget, skipped) {
	if (require_scan_roots.isGzip(bytes)) return [{
		path,
		bytes: readGzip(bytes, budget)
	}];
	return require_scan_roots.isZip(bytes) ? readZip(bytes, path, budget, skipped) : readTar(bytes, path, budget, skipped);
}
function readGzip(bytes, budget) {
	if (budget.wasted <= 0) throw new RangeError("too much was unpacked in vain");
	const most = Math.max(1, budget.bytes);
	const cost = Math.min(most, HIGHEST_FACTOR * bytes.length);
	budget.wasted -= cost;
	const unpacked = (0, node_zlib.gunzipSync)(bytes, { maxOutputLength: most });
	budget.wasted += cost;
	budget.bytes -= unpacked.length;
	return unpacked;
}
function readZip(bytes, path, budget, skipped) {
	const checksums = zipChecksums(bytes);
	const expected = new Map();
	let entry = 0;
	const files = unzipSync(bytes, { filter({ name, originalSize, size }) {
		expected.set(name, checksums[entry]);
		entry += 1;
		if (name.endsWith("/")) return false;
		const cost = Math.max(originalSize, size);
		if (budget.members === 0 || cost > budget.bytes) {
			skipped.push(within(path, name));
			return false;
		}
		budget.members -= 1;
		budget.bytes -= cost;
		return true;
	} });
	return Object.entries(files).map(([name, content]) => {
		const checksum = expected.get(name);
		if (checksum !== void 0 && checksum !== (0, node_zlib.crc32)(content)) skipped.push(within(path, name));
		return {
			path: within(path, name),
			bytes: content
		};
	});
}
function readTar(bytes, path, budget, skipped) {
	const members = [];
	for (const { name, data } of parseTar(bytes)) {
		if (data === void 0 || data.length === 0) continue;
		if (budget.members === 0 || data.length > budget.bytes) {
			skipped.push(within(path, name));
			continue;
		}
		budget.members -= 1;
		budget.bytes -= data.length;
		members.push({
			path: within(path, name),
			bytes: data
		});
	}
	return members;
}
function within(path, name) {
	return path === "" ? name : `${path}!${name}`;
}
exports.unpack = unpack;
