import { compileText, outlineText } from '../markdown/compile/compile';
import { answerJobs } from '../threads/answer-jobs';
import type { Wanted } from './compile-pool';

const WORK = { code: compileText, outline: outlineText };

/** A thread of `compileTexts`: texts in, compiled texts out. */
answerJobs((wanted: Wanted) => WORK[wanted]);
