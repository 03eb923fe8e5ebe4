import { ARCHIVE_CASES } from './archive-cases.ts';
import { FILE_CASES } from './file-cases.ts';
import { LARGE_OBJECTS } from './large-objects.ts';
import { MANY_OBJECTS } from './many-objects.ts';
import { ODD_PACKS } from './odd-packs.ts';
import type { SizeCase } from './size-case.ts';

/** Everything that is hostile by its size. */
export const SIZE_CASES: readonly SizeCase[] = [
  ...FILE_CASES,
  ...MANY_OBJECTS,
  ...LARGE_OBJECTS,
  ...ODD_PACKS,
  ...ARCHIVE_CASES,
];
