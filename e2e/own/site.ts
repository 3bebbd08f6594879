export default {
  title: 'Ada schreibt',
  url: 'https://ada.example/notizen',
  description: 'Notizen von Ada.',
  language: 'de',
  timeZone: 'Europe/Berlin',
  output: 'export',
  // All others that the interface is in.
  languages: [
    { language: 'en', title: 'Ada writes', description: 'Notes of Ada.' },
    ...'ar cs da el es fi fr he it ja ko nb nl pl pt ro ru sv tr uk zh-Hans zh-Hant'
      .split(' ')
      .map((language) => ({ language, title: `Ada (${language})` })),
  ],
  navigation: [
    { label: 'Alles', href: '/posts' },
    {
      label: 'Mehr',
      items: [
        { label: 'Suche', href: '/search' },
        { label: 'Woanders', href: 'https://example.com/' },
      ],
    },
  ],
};
