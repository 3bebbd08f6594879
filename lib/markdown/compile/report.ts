import type { Place, Problem } from '../../content/problems';

/** How the plugins of a compilation say what is wrong. */
export type Report = (place: Place, severity: Problem['severity'], message: string, advice: string) => void;
