/** Part of `npm run pack:check`: fails when the package would hold anything but what it should. */
import { contentProblems } from './contents.ts';
import { npmPack } from './npm.ts';

const packed = await npmPack(process.cwd(), '--dry-run');
const problems = contentProblems(packed);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`${packed.files.length} files, ${packed.size} bytes packed: as expected.\n`);
