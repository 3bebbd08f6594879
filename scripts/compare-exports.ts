import { compareExports } from './export-differences';

/**
 * Shows what an upgrade changes of a blog: `npx tsx scripts/compare-exports.ts <out before> <out after>` compares two exports of
 * the same content, file by file. Ends with 1 where they differ.
 */
const [before = '', after = ''] = process.argv.slice(2);
const { files, differences } = compareExports(before, after);
for (const difference of differences) console.info(difference);
console.info(`${files} files, ${differences.length} different`);
process.exitCode = differences.length > 0 ? 1 : 0;
