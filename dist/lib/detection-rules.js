import { t as _virtual_keypetrel_rules_default } from "./compiled-rules.js";
// src/rules/detection-rules.ts
const detectionRules = _virtual_keypetrel_rules_default.rules;
const rulesDigest = _virtual_keypetrel_rules_default.rulesDigest;
export { rulesDigest as n, detectionRules as t };
