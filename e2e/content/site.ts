import type { SiteSettings } from '@/lib/site';

export default {
  title: 'Fixtures & "Proofs" <Press>',
  description: 'A blog of ordinary and hostile posts that the tests read.',
  url: 'https://fixtures.example',
  author: 'ada',
  language: 'en',
  timeZone: 'Pacific/Auckland',
  // Served both ways: by `npm start`, and as files.
  output: 'export',
  postsPerPage: 5,
  postsOnHome: 6,
  postsInFeed: 40,
  citations: true,
  repository: { url: 'https://github.com/ada/press', issues: 'https://github.com/ada/press/issues' },
  accent: { light: '#1d5aa0', dark: 'oklch(0.74 0.11 255)' },
  fonts: {
    text: { name: 'Press', regular: 'press-roman.woff2', italic: 'press-italic.woff2' },
    code: 'DejaVu Sans Mono, Menlo',
  },
} satisfies SiteSettings;
