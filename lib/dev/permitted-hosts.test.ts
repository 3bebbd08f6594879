import { expect, test } from 'playwright/test';
import { getPermittedHosts } from './permitted-hosts';

const isPermitted = (host: string, named = '') => new RegExp(`^${getPermittedHosts(named)}$`).test(host);

test('this computer and addresses are permitted, names of others are not', () => {
  for (const host of ['localhost', 'blog.localhost', 'mac.local', '127.0.0.1', '192.168.1.7', '['])
    expect(isPermitted(host), host).toBe(true);
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'local',
    'notlocalhost',
    '',
  ])
    expect(isPermitted(host), host).toBe(false);
});

test('names that are given are permitted, and nothing that resembles them', () => {
  expect(isPermitted('blog.test', 'other.test, Blog.test:3000')).toBe(true);
  expect(isPermitted('blogxtest', 'blog.test')).toBe(false);
  expect(isPermitted('blog.test.evil.example', 'blog.test')).toBe(false);
});
