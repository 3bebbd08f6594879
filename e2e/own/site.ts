export default { title: 'Ada writes', url: 'https://ada.example', description: 'Notes of Ada.' };
