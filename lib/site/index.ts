/** What `content/site.ts` of every blog imports: this address stays, wherever the engine keeps its settings. */
export type { SiteSettings } from './site';
