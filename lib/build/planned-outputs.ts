import { createHash } from 'node:crypto';
import type { ContentIndex } from '../content/content-index';
import { toCspSources } from '../finish/csp-sources';
import { digestOf, isPage, listOutputs } from '../views/outputs';
import type { PlannedOutput } from './plan';

/** Every output of the site with the digest of all that it shows, and of what finishing puts into its page. */
export async function listPlannedOutputs(index: ContentIndex): Promise<PlannedOutput[]> {
  const { site } = index;
  const finish = hash(JSON.stringify([site.finishPages, toCspSources(site)]));
  const outputs = await listOutputs(index);
  return Promise.all(
    outputs.map(async (output) => {
      const digest = await digestOf(index, output);
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
