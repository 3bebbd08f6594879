import { loadContent } from '../content/posts';
import { checkContent } from '../markdown/check';
import { printProblems } from './print-problems';

/** `npm run check`: every problem of all content, drafts and scheduled posts included. */
const index = loadContent('author');
const problems = await checkContent(index);
printProblems(problems);
const errors = problems.filter(({ severity }) => severity === 'error');
if (problems.length === 0) console.info(`${index.posts.length} posts, no problem found.`);
process.exitCode = errors.length > 0 ? 1 : 0;
