import type { ClientModules } from './client-modules';
import type { CspSources } from './csp';
import type { Tools } from './finish-page';
import { createAssetReader } from './read-asset';

/** What finishing the pages of a build takes, as it can be handed to a thread. */
export interface ToolsData {
  readonly distFolder: string;
  readonly modules: ClientModules;
  readonly sources: CspSources;
  readonly base: string;
}

export function createTools({ distFolder, modules, sources, base }: ToolsData): Tools {
  return { modules, sources, base, readAsset: createAssetReader(distFolder, base) };
}
