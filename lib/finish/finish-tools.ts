import type { ClientModules } from './client-modules';
import type { CspSources } from './csp';
import type { Tools } from './finish-page';
import { createAssetReader } from './read-asset';

/** What finishing the pages of a build takes, as it can be handed to a thread. */
export interface ToolsData {
  readonly distFolder: string;
  readonly modules: ClientModules;
  readonly sources: CspSources;
}

export function createTools({ distFolder, modules, sources }: ToolsData): Tools {
  return { modules, sources, readAsset: createAssetReader(distFolder) };
}
