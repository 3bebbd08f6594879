import { compareMutations } from './compare-checks';

/** `npx tsx scripts/compare-many-checks.ts 200`: whether check, build and the author's bar agree on posts with mistakes. */
const count = Number(process.argv[2] ?? 200);
const { differences, found } = await compareMutations(1000, count);
for (const line of differences) console.error(`${line}\n`);
console.info(`${count} folders with ${found} problems, ${differences.length} differences.`);
process.exitCode = differences.length === 0 ? 0 : 1;
