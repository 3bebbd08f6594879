export default { title: 'Imitations', url: 'https://blog.example' };
