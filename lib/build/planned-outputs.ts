import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import { toCspSources } from '../finish/csp-sources';
import { listPublicFiles, toPublicName } from '../finish/public-files';
import { digestOf, isPage, listOutputs } from '../views/outputs';
import type { PlannedOutput } from './plan';

/** Every output of the site with the digest of all that it shows, and of what finishing puts into its page. */
export async function listPlannedOutputs(index: ContentIndex): Promise<PlannedOutput[]> {
  const { site } = index;
  const finish = hash(JSON.stringify([site.finishPages, toCspSources(site)]));
  const outputs = await listOutputs(index);
  const publicFiles = listPublicFiles();
  return Promise.all(
    outputs.map(async (output) => {
      const name = toPublicName(output.address);
      const own = publicFiles.has(name) ? readFileSync(path.join('public', name), 'latin1') : undefined;
      const made = await digestOf(index, output);
      const digest = own === undefined ? made : hash(made + own);
      return {
        route: output.route,
        params: output.params,
        address: output.address,
        digest: isPage(output) ? hash(digest + finish) : digest,
      };
    }),
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
