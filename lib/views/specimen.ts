import type { Metadata } from 'next';
import type { ContentIndex } from '../content/content-index';
import { listSpecimenPages } from '../content/specimen-page';
import { contrastOf, parseColour } from '../site/colours';
import { drawOrnament } from '../site/ornament/draw-ornament';
import type { Ornament } from '../site/ornament/families';
import { accentOf } from '../site/palette';
import { formatMessage } from '../site/strings/messages';
import { readTheme, readTokens, splitThemes } from '../site/tokens';
import { pagePath } from '../urls';
import { toMetadata } from './metadata';

/** A size of type, as its token has it: from that of a phone to that of a wide screen. */
export interface TypeSample {
  readonly token: string;
  readonly size: string;
  readonly lineHeight: string;
  readonly text: string;
}

/** A colour in both themes: its value, and where it is one of text or signs its contrast with what is below it. */
export interface ColourSample {
  readonly token: string;
  readonly light: ColourValue;
  readonly dark: ColourValue;
}

export interface ColourValue {
  readonly value: string;
  /** From 1 to 21; absent for grounds, and where a colour is none that can be computed. */
  readonly contrast?: number;
}

export interface SpecimenView {
  readonly metadata: Metadata;
  readonly title: string;
  readonly description: string;
  readonly types: readonly TypeSample[];
  readonly colours: readonly ColourSample[];
  readonly roles: readonly ColourSample[];
  readonly ornaments: readonly {
    readonly slug: string;
    readonly title: string;
    readonly ornament: Ornament;
  }[];
}

const MAX_ORNAMENTS = 12;
/** Characters of a sample: enough for two lines of the largest size. */
const MAX_SAMPLE = 80;

/** The sizes that a reader meets, from large to small. */
const TYPES = ['title', 'lead', 'home-intro', 'h2', 'h3', 'dek', 'text', 'meta', 'code'];
const CODE = 'code-';
/** Colours of text and of signs; the others are grounds and lines. */
const FRONT = /^(?:ink|rubric)|-sign$/;

/** The view of the page of the blog's own type and colours; undefined for any other page. */
export function viewSpecimen(index: ContentIndex, slug: string): SpecimenView | undefined {
  if (!listSpecimenPages(index).includes(slug)) return undefined;
  const { site, strings } = index;
  const title = formatMessage(strings, 'colophon');
  const description = formatMessage(strings, 'colophonDescription', { site: site.title });
  const colours = listColours(index);
  return {
    metadata: toMetadata(index, { title, description, canonical: pagePath(slug) }),
    ...{ title, description },
    types: listTypes(index),
    colours: colours.filter(({ token }) => !token.startsWith(CODE)),
    roles: colours.filter(({ token }) => token.startsWith(CODE)),
    ornaments: site.ornaments
      ? index.posts
          .slice(0, MAX_ORNAMENTS)
          .map(({ slug, title }) => ({ slug, title, ornament: drawOrnament(slug) }))
      : [],
  };
}

/** Each size shows words of the blog: no sentence would do for every language and script. */
function listTypes({ site, posts, files }: ContentIndex): TypeSample[] {
  const theme = readTheme();
  const at = theme.indexOf('@media (width >= 40rem)');
  const own = readTokens(files.style?.source ?? '', 'text-');
  const narrow = new Map([...readTokens(theme.slice(0, at), 'text-'), ...own]);
  const wide = new Map([...narrow, ...readTokens(theme.slice(at), 'text-'), ...own]);
  const words = [site.title, ...posts.map(({ title }) => title)];
  return TYPES.map((token, place) => ({
    token,
    size: toRange(narrow.get(token), wide.get(token)),
    lineHeight: toRange(narrow.get(`${token}--line-height`), wide.get(`${token}--line-height`)),
    text: (words[place] ?? site.description).slice(0, MAX_SAMPLE),
  }));
}

/** `2rem` and `2.75rem` are `2–2.75rem`. */
function toRange(from = '', to = ''): string {
  const unit = /[a-z%]*$/.exec(to)?.[0] ?? '';
  return from === to ? to : `${from.endsWith(unit) ? from.slice(0, from.length - unit.length) : from}–${to}`;
}

function listColours({ site, files }: ContentIndex): ColourSample[] {
  const tokens = new Map([
    ...readTokens(readTheme(), 'color-'),
    ...(site.accent
      ? [
          [
            'rubric',
            `light-dark(${accentOf(site.accent, 'light')}, ${accentOf(site.accent, 'dark')})`,
          ] as const,
        ]
      : []),
    ...readTokens(files.style?.source ?? '', 'color-'),
  ]);
  const [paper, sink] = ['paper', 'sink'].map((name) => splitThemes(tokens.get(name) ?? ''));
  return [...tokens].map(([token, value]) => {
    const { light, dark } = splitThemes(value);
    const ground = token.startsWith(CODE) ? sink : FRONT.test(token) ? paper : undefined;
    return { token, light: toValue(light, ground?.light), dark: toValue(dark, ground?.dark) };
  });
}

function toValue(value: string, below: string | undefined): ColourValue {
  const [front, ground] = [parseColour(value), parseColour(below ?? '')];
  // Rounded down, as where a build names a colour that cannot be read.
  return front && ground ? { value, contrast: Math.floor(contrastOf(front, ground) * 10) / 10 } : { value };
}
