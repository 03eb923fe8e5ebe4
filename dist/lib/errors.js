// src/errors.ts
var UserError = class extends Error {
	name = "UserError";
};
export { UserError as t };
