import { expect, test } from 'playwright/test';
import { toEditUrl, toReportUrl } from './repository-links';

const post = { slug: 'ça-va', title: 'A & B? "C"', file: 'posts/ça-va/index.mdx' };
const url = 'https://blog.example';

function reportUrl(issues: string | undefined) {
  const repository = { url: 'https://github.com/ada/blog', branch: 'main', ...(issues && { issues }) };
  return toReportUrl(post, { url, repository });
}

test('a post is edited where its file lies', () => {
  expect(toEditUrl(post, { url: 'https://github.com/ada/blog', branch: 'main' })).toBe(
    'https://github.com/ada/blog/edit/main/content/posts/%C3%A7a-va/index.mdx',
  );
});

test('a report names the post in the way its host understands', () => {
  for (const [issues, title, body] of [
    ['https://github.com/ada/blog/issues/', 'title', 'body'],
    ['https://gitlab.com/ada/blog/-/issues', 'issue[title]', 'issue[description]'],
  ] as const) {
    const address = new URL(reportUrl(issues) ?? '');
    expect(address.href).toMatch(/\/issues\/new\?/);
    expect(address.searchParams.get(title)).toBe(post.title);
    expect(address.searchParams.get(body)).toBe('https://blog.example/posts/%C3%A7a-va\n\n');
  }
});

test('an address of another kind stays as it is, and without one there is none', () => {
  expect(reportUrl('https://example.com/contact')).toBe('https://example.com/contact');
  expect(reportUrl(undefined)).toBeUndefined();
  expect(toReportUrl(post, { url, repository: undefined })).toBeUndefined();
});
