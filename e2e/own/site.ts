export default {
  title: 'Ada writes',
  url: 'https://ada.example/notes',
  description: 'Notes of Ada.',
  output: 'export',
  languages: [{ language: 'de', title: 'Ada schreibt', description: 'Notizen von Ada.' }, 'ar'],
  navigation: [
    { label: 'All', href: '/posts' },
    {
      label: 'More',
      items: [
        { label: 'Search', href: '/search' },
        { label: 'Elsewhere', href: 'https://example.com/' },
      ],
    },
  ],
};
