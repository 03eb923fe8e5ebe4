import { a as formatBaseline, c as loadConfig, o as readBaseline, r as explainFingerprint, s as toEntry, t as explainText } from "./lib/src.js";
import { i as DEFAULT_RULESETS, o as RULESETS, p as UserError } from "./lib/basics.js";
import { n as scan } from "./lib/scan.js";
import { I as detect, N as createEngine, f as rulesDigest } from "./lib/scan-roots.js";
import { t as builtinRules } from "./lib/catalogue.js";
export { DEFAULT_RULESETS, RULESETS, UserError, toEntry as baselineEntry, builtinRules, createEngine, detect, explainFingerprint, explainText, formatBaseline, loadConfig, readBaseline, rulesDigest, scan };
