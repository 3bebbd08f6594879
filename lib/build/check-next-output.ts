import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Throws where `next.config.ts` makes Next copy pages out of the build in `folder` before they are finished. */
export function checkNextOutput(folder: string): void {
  const file = path.join(folder, 'required-server-files.json');
  const { config } = JSON.parse(readFileSync(file, 'utf8')) as { config: { output?: string } };
  if (config.output === 'standalone') {
    throw new Error(
      "next.config.ts sets output: 'standalone', whose copy of the site has pages that are not finished: they carry the " +
        'framework and no security policy. Remove it; `npm run pack -- <folder>` makes a folder that serves the site.',
    );
  }
  if (config.output === 'export') {
    throw new Error(
      "next.config.ts sets output: 'export', which writes pages that are not finished. Set it in content/site.ts instead.",
    );
  }
}
