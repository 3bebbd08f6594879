import type { SiteSettings } from '@/lib/site';

export default {
  title: 'Fixtures & "Proofs" <Press>',
  description: 'A blog of ordinary and hostile posts that the tests read.',
  url: 'https://fixtures.example',
  author: 'ada',
  language: 'en',
  timeZone: 'Pacific/Auckland',
  // Served both ways: by `next start`, and as files.
  output: 'export',
  postsPerPage: 5,
  postsOnHome: 6,
  postsInFeed: 40,
} satisfies SiteSettings;
