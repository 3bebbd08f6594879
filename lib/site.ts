import { z } from 'zod';

/**
 * The settings of a blog, as `content/site.ts` gives them. Every field may be left out; the comment says what its
 * absence means.
 */
export interface SiteSettings {
  /** The blog's name. Absent: "Colophon". */
  title?: string;
  /**
   * A word that tells this blog from all others in the ids of its feeds, such as its first address. Feed readers show
   * every post anew when it changes. Absent: the title.
   */
  id?: string;
  /** One or two sentences on what is read here; leads the home page and describes it to search engines. */
  description?: string;
  /** Absolute address of the deployed site, without a path. Absent: `http://localhost:3000`. */
  url?: string;
  /** Id of the blog's author in `authors.yml`. Absent: posts that name no author show none. */
  author?: string;
  /** BCP 47 language of the site. Absent: `en`. */
  language?: string;
  /** IANA time zone that decides which day it is. Absent: `UTC`. */
  timeZone?: string;
  /** Links in the header, in order. Absent: Archive, Index, Search and About. */
  navigation?: { label: string; href: string }[];
  /** Posts on one page of the archive and of a tag. Absent: 400. */
  postsPerPage?: number;
  /** Latest posts on the home page below the lead. Absent: 12. */
  postsOnHome?: number;
  /** Latest posts in each feed. Absent: 30. */
  postsInFeed?: number;
  /**
   * Social cards that a build draws, those of the latest posts first; the others are drawn when first asked for, which
   * takes a host that runs functions. A static export draws all. Absent: 500.
   */
  cardsAtBuild?: number;
  /**
   * Let preview deployments of Vercel show drafts and scheduled posts to everybody who opens them, marked, and keep
   * search engines out of the whole preview. Absent: false.
   */
  previewDrafts?: boolean;
  /** Short licence or rights statement in the footer. Absent: none. */
  rights?: string;
  /** A script that counts visits, and where it sends them. Absent: none. The security policy follows from it. */
  analytics?: { script: string; sendsTo?: string[]; attributes?: Record<string, string> };
  /**
   * `export`: the build also writes the whole site into the folder `out`, as files for any web server. Such a server
   * shows no shared drafts, and answers old addresses with a page that leads on. Absent: `server`, for Vercel and for
   * hosts with Node.js.
   */
  output?: 'server' | 'export';
  /** Finish pages after the build: no framework JavaScript where none is needed, strict security policy. Absent: true. */
  finishPages?: boolean;
  /** Where this blog's files can be seen and edited. Absent: no "Edit this page" links. */
  repository?: { url: string; branch?: string; issues?: string };
}

/** Settings with every default filled in. */
export type Site = z.output<typeof siteSchema>;

const text = z.string().trim().min(1);
const absoluteUrl = z.url({ protocol: /^https?$/ });

/** What `content/site.ts` may hold; unknown keys are refused. */
export const siteSchema = z.strictObject({
  title: text.default('Colophon'),
  id: text.optional(),
  description: text.default('A blog.'),
  url: absoluteUrl.transform((url) => url.replace(/\/+$/, '')).default('http://localhost:3000'),
  author: text.optional(),
  language: text.refine(isLanguage, 'is not a BCP 47 language tag such as "en" or "pt-BR"').default('en'),
  timeZone: text.refine(isTimeZone, 'is not an IANA time zone such as "Europe/Berlin"').default('UTC'),
  navigation: z.array(z.strictObject({ label: text, href: text })).default([
    { label: 'Archive', href: '/posts' },
    { label: 'Index', href: '/tags' },
    { label: 'Search', href: '/search' },
    { label: 'About', href: '/about' },
  ]),
  postsPerPage: z.int().min(1).max(1000).default(400),
  postsOnHome: z.int().min(0).max(100).default(12),
  postsInFeed: z.int().min(1).max(1000).default(30),
  cardsAtBuild: z.int().min(0).default(500),
  previewDrafts: z.boolean().default(false),
  rights: text.optional(),
  analytics: z
    .strictObject({
      script: absoluteUrl,
      sendsTo: z.array(absoluteUrl.transform((url) => new URL(url).origin)).default([]),
      attributes: z
        .record(z.string().regex(/^data-[a-z0-9-]+$/, 'must start with data-'), z.string())
        .default({}),
    })
    .optional(),
  output: z.enum(['server', 'export']).default('server'),
  finishPages: z.boolean().default(true),
  repository: z
    .strictObject({ url: absoluteUrl, branch: text.default('main'), issues: absoluteUrl.optional() })
    .optional(),
});

/** True for a language tag that the platform's own tables accept. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
