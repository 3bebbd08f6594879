export default {
  title: 'Ada writes',
  url: 'https://ada.example/notes',
  description: 'Notes of Ada.',
  output: 'export',
};
