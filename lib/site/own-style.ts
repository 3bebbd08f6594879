import { type Message, transformSync } from 'esbuild';
import { createProcessCache } from '../cache/process-cache';
import { embedStyle } from './embed-style';

/** A blog's own style sheet, made small, and what is wrong with it. */
export interface OwnStyle {
  readonly css: string;
  readonly faults: readonly StyleFault[];
}

/** 1-based line and column. */
export interface StyleFault {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Minifies a style sheet for the head of a page. Never throws: rules that cannot be read are in `faults`. */
export function minifyStyle(source: string): OwnStyle {
  return styles.getOrCreate(source, () => minify(source));
}

const styles = createProcessCache<string, OwnStyle>('own style sheets');

function minify(source: string): OwnStyle {
  try {
    const { code, warnings } = transformSync(source, {
      loader: 'css',
      minify: true,
      charset: 'utf8',
      logLevel: 'silent',
    });
    return { css: embedStyle(code.trim()), faults: warnings.map(toFault) };
  } catch (error) {
    const { errors = [] } = error as { errors?: Message[] };
    return { css: '', faults: errors.map(toFault) };
  }
}

function toFault({ text, location }: Message): StyleFault {
  return { line: location?.line ?? 1, column: (location?.column ?? 0) + 1, text };
}
