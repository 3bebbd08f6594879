export default {
  title: 'Ada writes',
  url: 'https://ada.example',
  description: 'Notes of Ada.',
  readers: {
    moderators: ['ada@ada.example'],
    comments: { trustKnown: true, closeAfterDays: 30_000 },
    thanks: true,
    mentions: true,
    subscriptions: true,
    reads: true,
  },
};
