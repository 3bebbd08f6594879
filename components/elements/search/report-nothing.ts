import { reportRead } from '../report-read';

/** Milliseconds after which a reader has stopped typing. */
const PAUSE = 2000;

let timer = 0;
const reported = new Set<string>();

/** Reports what was searched for and found nowhere, once; an empty text where something is found. */
export function reportNothing(search: string): void {
  clearTimeout(timer);
  if (search === '' || reported.has(search)) return;
  timer = window.setTimeout(() => {
    reported.add(search);
    reportRead({ search });
  }, PAUSE);
}
