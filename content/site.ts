import type { SiteSettings } from '@/lib/site';

export default {
  title: 'Colophon',
  description: 'Notes on building software that is pleasant to read.',
  url: 'https://colophon.example',
  author: 'ada',
  language: 'en',
  timeZone: 'Europe/London',
  rights: 'Words CC BY 4.0, code MIT',
} satisfies SiteSettings;
