import { z } from 'zod';
import { contrastOf, findNearest, formatHex, parseColour, type Triple } from './colours';
import { PALETTE, type Theme } from './palette';

/**
 * The settings of a blog, as `content/site.ts` gives them. Every field may be left out; the comment says what its
 * absence means.
 */
export interface SiteSettings {
  /** The blog's name. Absent: "Colophon". */
  title?: string;
  /**
   * A word that distinguishes this blog from all others in the ids of its feeds, such as its first address. Feed readers show
   * every post anew when it changes. Absent: the title.
   */
  id?: string;
  /** One or two sentences on what is read here; leads the home page and describes it to search engines. Absent: "A blog". */
  description?: string;
  /**
   * Absolute address of the deployed site. It may have a path, `https://ada.example/blog`, where something else is at the root of
   * the host. Absent: `http://localhost:3000`.
   */
  url?: string;
  /** Id of the blog's author in `authors.yml`. Absent: posts that name no author show none. */
  author?: string;
  /** BCP 47 language of the site. Absent: `en`. */
  language?: string;
  /**
   * Further languages of the blog. Each has a section of its own, `/de`, with home page, archive, subjects, series, search and feeds
   * of the posts in it, and the interface in that language; the other lists leave these posts out. A section may have its own
   * `title`, `description` and `navigation`: `{ language: 'de', description: 'Notizen.' }`. Absent: none.
   */
  languages?: (string | LanguageSection)[];
  /** IANA time zone that decides which day it is. Absent: `UTC`. */
  timeZone?: string;
  /**
   * Links in the header, in order: paths on the site, or addresses elsewhere. Several under one label are `items`, and open when it
   * is pressed. Absent: Archive, Subjects, Search and About, in the language of the site.
   */
  navigation?: (NavigationLink | { label: string; items: NavigationLink[] })[];
  /** Posts on one page of the archive and of a tag. Absent: 400. */
  postsPerPage?: number;
  /** Latest posts on the home page below the lead. Absent: 12. */
  postsOnHome?: number;
  /** The post at the head of the home page, by its slug. Absent: the newest. */
  leadPost?: string;
  /**
   * What stands beside the title at the head of the home page: the cover of the post, or its ornament where it has none;
   * always its ornament; or nothing. Absent: `picture`.
   */
  leadPicture?: 'picture' | 'ornament' | 'none';
  /** How many of the posts below it have a line that describes them, up to 5. Absent: 4. */
  describedOnHome?: number;
  /**
   * A small ornament for each post, drawn from its slug: at the head of the post and of the home page, on social cards and in
   * the feed. Absent: true.
   */
  ornaments?: boolean;
  /**
   * A page of the blog's own type, colours, rules and ornaments at `/colophon`, where there is no page of that name. Absent: true.
   */
  specimen?: boolean;
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
  /**
   * Years after which a post that was not revised since says at its head when it was written. Counted on the day of the
   * build; 0 is never. Absent: 3.
   */
  outdatedAfterYears?: number;
  /**
   * Print quotation marks, apostrophes, dashes (`--`, `---`), ellipses and spaces as books in the language of a text do, where
   * they are typed plainly. The Markdown export and the search keep what is typed. Absent: true.
   */
  smartPunctuation?: boolean;
  /**
   * Number images and diagrams that have a caption, "Figure 2", in texts whose front matter does not say otherwise
   * (`numberFigures`). Absent: false.
   */
  numberFigures?: boolean;
  /** At the head of each post: who wrote it, also where that is the blog's own author alone. Absent: false. */
  bylines?: boolean;
  /** Below each post, folded: how to cite it, in words and as BibTeX. Absent: false. */
  citations?: boolean;
  /** Short licence or rights statement in the footer. Absent: none. */
  rights?: string;
  /** A script that counts visits, and where it sends them. Absent: none. The security policy follows from it. */
  analytics?: { script: string; sendsTo?: string[]; attributes?: Record<string, string> };
  /**
   * Who hears of changes by `npm run announce`: search engines, by a key of IndexNow whose file is in `public`, and those who follow
   * the feeds, by a hub of WebSub. Absent: nobody.
   */
  announce?: { indexNow?: { key: string; endpoint?: string }; webSub?: string };
  /**
   * `export`: the build also writes the whole site into the folder `out`, as files for any web server. Such a server
   * shows no shared drafts, and answers old addresses with a page that redirects. Absent: `server`, for Vercel and for
   * hosts with Node.js.
   */
  output?: 'server' | 'export';
  /**
   * Where an export has its pages: as `posts/hello.html`, which the hosts of files and the settings that an export brings
   * along serve as `/posts/hello`; or in folders, as `posts/hello/index.html`, for servers that know nothing of that and
   * redirect to `/posts/hello/`. Absent: `files`.
   */
  exportPages?: 'files' | 'folders';
  /** Finish pages after the build: no framework JavaScript where none is needed, strict security policy. Absent: true. */
  finishPages?: boolean;
  /**
   * Where this blog's files can be seen and edited, for "Edit this page"; with `issues`, where mistakes are reported
   * (`https://github.com/ada/blog/issues`), for "Report a mistake". Absent: neither link.
   */
  repository?: { url: string; branch?: string; issues?: string };
  /**
   * The second colour, of signs, links and what has the focus: `#rrggbb` or `oklch(0.5 0.15 250)`, one for each theme.
   * A build stops at a colour that cannot be read on the paper and names the nearest that can. Absent: red.
   */
  accent?: { light: string; dark: string };
  /**
   * Lets readers answer. `moderators` are the mail addresses that may decide. Comments are held until somebody approves them; with
   * `trustKnown` only those of writers of whom nothing was approved. `thanks` shows a button below each post, and how often it was
   * pressed. `mentions` takes Webmentions: pages of other sites that say they link to a post are shown once they are approved.
   * `subscriptions` lets readers have new posts by mail, which `npm run newsletter` sends. `reads` counts, for the author alone, posts that
   * were read to the end, the sites that led there, and searches that found nothing. Takes a host that runs functions. Absent:
   * nobody can answer, and the site has nothing of it.
   */
  readers?: {
    moderators: string[];
    comments?: {
      trustKnown?: boolean;
      closeAfterDays?: number;
      /** What is done against abuse; `links` is how many a comment may have that need not wait. Absent: all, and 2 links. */
      protections?: { limits?: boolean; trap?: boolean; time?: boolean; links?: number; work?: boolean };
    };
    thanks?: boolean;
    mentions?: boolean;
    subscriptions?: boolean;
    reads?: boolean;
  };
  /** Fonts of type, for texts and for code. Absent: Source Serif and Plex Mono, which come with the engine. */
  fonts?: { text?: FontSetting; code?: FontSetting };
}

/**
 * A font of type: a name, or several with commas between them, of which readers see the first that their system has;
 * or files (WOFF2) in `content/fonts`, sent along. A variable font is its own bold.
 */
export type FontSetting = string | { name: string; regular: string; italic?: string; bold?: string };

/** A further language, and what its section says in the place of the settings of the blog. */
export interface LanguageSection {
  /** BCP 47. */
  language: string;
  title?: string;
  description?: string;
  navigation?: (NavigationLink | { label: string; items: NavigationLink[] })[];
}

/** A link of the navigation. */
export interface NavigationLink {
  label: string;
  href: string;
}

/** Settings with every default filled in. */
export type Site = z.output<typeof siteSchema>;

/** The settings as pages show them: with links in the header. */
export type ShownSite = Site & { readonly navigation: NonNullable<Site['navigation']> };

/** A family as it may stand in a style sheet: letters, figures, spaces and hyphens. */
const FAMILY = /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u;
const FAMILIES = /^[\p{L}\p{N}][\p{L}\p{N} _-]*(?:,\s*[\p{L}\p{N}][\p{L}\p{N} _-]*)*$/u;

const text = z.string().trim().min(1);
const absoluteUrl = z.url({ protocol: /^https?$/ });

/** What WCAG 2.2 asks of text of ordinary size (1.4.3); signs and the mark of the focus may have less (1.4.11). */
const TEXT_CONTRAST = 4.5;

const navigationLink = z.strictObject({
  label: text,
  href: text.regex(/^(\/(?!\/)|#|https?:\/\/|mailto:)/, 'must be a path such as /about, or an absolute URL'),
});

const navigationGroup = z.strictObject({
  label: text,
  items: z.array(navigationLink).min(1, 'must list links'),
});

const NAVIGATION_FORM =
  'must be a link, { label: "About", href: "/about" }, or links under a label, { label: "More", items: […] }';

const font = z.union(
  [
    text.regex(FAMILIES, 'must name a font in letters, figures, spaces and hyphens'),
    z.strictObject({
      name: text.regex(FAMILY, 'must name a font in letters, figures, spaces and hyphens'),
      regular: fontFile(),
      italic: fontFile().optional(),
      bold: fontFile().optional(),
    }),
  ],
  'must be the name of a font, or an object with "name" and "regular"',
);

const languageTag = text.refine(isLanguage, 'is not a BCP 47 language tag such as "en" or "pt-BR"');

const navigation = z.array(z.union([navigationLink, navigationGroup], NAVIGATION_FORM));

/** As it is written in standard form, which is in addresses too: `deu` is `de`. */
const sectionTag = languageTag.transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

const languageSection = z.union(
  [
    sectionTag.transform((language): LanguageSectionOutput => ({ language })),
    z.strictObject({
      language: sectionTag,
      title: text.optional(),
      description: text.optional(),
      navigation: navigation.optional(),
    }),
  ],
  'must be a language tag such as "de", or an object with "language"',
);

type LanguageSectionOutput = { language: string } & Partial<
  Record<'title' | 'description', string> & { navigation: z.output<typeof navigation> }
>;

/** What `content/site.ts` may hold; unknown keys are refused. */
const siteFields = z.strictObject({
  title: text.default('Colophon'),
  id: text.optional(),
  description: text.default('A blog.'),
  url: text
    .refine(isPlainAddress, 'must be an address such as "https://ada.example" or "https://ada.example/blog"')
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://localhost:3000'),
  author: text.optional(),
  language: languageTag.default('en'),
  languages: z.array(languageSection).default([]),
  timeZone: text.refine(isTimeZone, 'is not an IANA time zone such as "Europe/Berlin"').default('UTC'),
  navigation: navigation.optional(),
  postsPerPage: z.int().min(1).max(1000).default(400),
  postsOnHome: z.int().min(0).max(100).default(12),
  leadPost: text.optional(),
  leadPicture: z.enum(['picture', 'ornament', 'none']).default('picture'),
  describedOnHome: z.int().min(0).max(5).default(4),
  ornaments: z.boolean().default(true),
  specimen: z.boolean().default(true),
  postsInFeed: z.int().min(1).max(1000).default(30),
  cardsAtBuild: z.int().min(0).default(500),
  previewDrafts: z.boolean().default(false),
  outdatedAfterYears: z.int().min(0).max(100).default(3),
  smartPunctuation: z.boolean().default(true),
  numberFigures: z.boolean().default(false),
  bylines: z.boolean().default(false),
  citations: z.boolean().default(false),
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
  announce: z
    .strictObject({
      indexNow: z
        .strictObject({
          key: z.string().regex(/^[A-Za-z0-9-]{8,128}$/, 'must have 8 to 128 letters, figures and hyphens'),
          endpoint: absoluteUrl.default('https://api.indexnow.org/indexnow'),
        })
        .optional(),
      webSub: absoluteUrl.optional(),
    })
    .optional(),
  output: z.enum(['server', 'export']).default('server'),
  exportPages: z.enum(['files', 'folders']).default('files'),
  finishPages: z.boolean().default(true),
  repository: z
    .strictObject({ url: absoluteUrl, branch: text.default('main'), issues: absoluteUrl.optional() })
    .optional(),
  accent: z.strictObject({ light: accent('light'), dark: accent('dark') }).optional(),
  fonts: z.strictObject({ text: font.optional(), code: font.optional() }).optional(),
  readers: z
    .strictObject({
      moderators: z.array(z.email('must be a mail address')).min(1, 'must name somebody'),
      comments: z
        .strictObject({
          trustKnown: z.boolean().default(false),
          closeAfterDays: z.int().min(1).max(36_500).optional(),
          protections: z
            .strictObject({
              limits: z.boolean().default(true),
              trap: z.boolean().default(true),
              time: z.boolean().default(true),
              links: z.int().min(0).max(1000).default(2),
              work: z.boolean().default(true),
            })
            .optional(),
        })
        .optional(),
      thanks: z.boolean().default(false),
      mentions: z.boolean().default(false),
      subscriptions: z.boolean().default(false),
      reads: z.boolean().default(false),
    })
    .optional(),
});

/** The same, for what fields say together. */
export const siteSchema = siteFields.refine(
  ({ readers, output, finishPages }) => !readers || (output === 'server' && finishPages),
  { path: ['readers'], message: 'takes a host that runs functions: leave out output and finishPages' },
);

/** A colour that can be read on the paper of a theme and on the ground of code, as `#rrggbb`. */
function accent(theme: Theme) {
  return text.transform((value, { addIssue }) => {
    const colour = parseColour(value);
    if (!colour) {
      addIssue('is not a colour such as "#a91e16" or "oklch(0.475 0.175 29)"');
      return z.NEVER;
    }
    const { paper, sink } = PALETTE[theme];
    const least = (one: Triple) =>
      Math.min(...[paper, sink].map((ground) => contrastOf(one, parseColour(ground) ?? one)));
    // What is shown is the rounded colour.
    const shown = parseColour(formatHex(colour)) ?? colour;
    if (least(shown) >= TEXT_CONTRAST) return formatHex(shown);
    const direction = theme === 'light' ? 'darker' : 'lighter';
    const nearest = findNearest(shown, direction, (one) => least(one) >= TEXT_CONTRAST);
    const remedy = nearest ? `; the nearest that has it is ${formatHex(nearest)}` : '';
    // Rounded down: 4.499 is not enough, and must not read as if it were.
    const ratio = Math.floor(least(shown) * 100) / 100;
    addIssue(`has a contrast of ${ratio} in the ${theme} theme, where text needs ${TEXT_CONTRAST}${remedy}`);
    return z.NEVER;
  });
}

function fontFile() {
  return text.regex(/^[^/\\]+\.woff2$/i, 'is not the name of a WOFF2 file in content/fonts');
}

/** True for a language tag that the platform's own tables accept. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Its path is written into the settings of web servers, in which other characters have a meaning. */
function isPlainAddress(address: string): boolean {
  return /^https?:\/\/[^/?#@\s]+(\/[\w.~-]+)*\/*$/i.test(address);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
