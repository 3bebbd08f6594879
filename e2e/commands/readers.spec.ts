import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Cookie, Locator, Page } from 'playwright/test';
import { LIMITS } from '@/lib/readers/limits';
import { type PagesServer, startPagesServer } from '@/lib/readers/mentions/pages-server';
import { approve, refuseAndUndo, signIn } from '@/scripts/readers-journey/moderate';
import { sayThanks } from '@/scripts/readers-journey/say-thanks';
import { askForMails, confirmMails, endMails } from '@/scripts/readers-journey/subscribe';
import { tryToSendElsewhere } from '@/scripts/readers-journey/try-to-send-elsewhere';
import type { Visit } from '@/scripts/readers-journey/visit';
import { answerComment, waitForStamp, writeComment } from '@/scripts/readers-journey/write-comment';
import { startSmtpServer } from '@/scripts/smtp-server';
import { READERS } from '@/scripts/test-sites';
import { ALL_RULES, listViolations } from '../axe';
import { expect, test } from '../site';
import { runScript } from './run-script';
import { type Session, startSession } from './session';
import { type StartedServer, startServer } from './start-server';

const ENVIRONMENT = READERS.environment;
const DATA = path.resolve(READERS.root, 'data');

/** What the site of Grace has. */
const OTHER_PAGES: Readonly<Record<string, string>> = Object.fromEntries(
  (['reply', 'like'] as const).map((name) => [
    `/${name}`,
    `<div class="h-entry"><a class="p-author h-card" href="/">Grace</a><p class="e-content">Well said.</p>
      <a class="u-${name === 'reply' ? 'in-reply-to' : 'like-of'}" href="https://ada.example/posts/hello">Hello</a>
      <img class="u-photo" src="https://tracker.example/pixel"></div>`,
  ]),
);

/** One server and one database for all of them, in order. */
test.describe.configure({ mode: 'serial' });

let server: StartedServer;
/** Commands of the author on the same database. */
let session: Session;
/** Another site, and the hosts that it was asked for. */
let otherSite: PagesServer;
const asked: string[] = [];
let browser: Browser;
/** Where one of the comments was written: the browser has its key. */
let grace: Page;

test.beforeAll(async ({ browser: own }) => {
  browser = own;
  rmSync(DATA, { recursive: true, force: true });
  otherSite = await startPagesServer(({ url = '', headers }, response) => {
    asked.push(`${headers.host}${url}`);
    response.writeHead(OTHER_PAGES[url] ? 200 : 404, { 'Content-Type': 'text/html' });
    response.end(OTHER_PAGES[url]);
  });
  session = startSession(ENVIRONMENT);
  server = await startServer({
    ...{ ...ENVIRONMENT, OTHER_SITE_PORT: String(otherSite.port) },
    NODE_OPTIONS: `--require ${JSON.stringify(path.resolve('e2e/commands/other-site.cjs'))}`,
  });
});

test.afterAll(async () => {
  for (const context of browser.contexts()) await context.close();
  await session?.end();
  await server?.stop();
  await otherSite?.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`A reader can write a comment ${javaScriptEnabled ? 'with' : 'without'} scripts, look at it first, and change it`, async () => {
    const page = await open({ javaScriptEnabled });
    await writeComment(visit(page), {
      name: 'Grace',
      mail: javaScriptEnabled ? 'Grace@navy.example' : '',
      text: `Better, ${javaScriptEnabled ? 'with' : 'without'} scripts.`,
    });
    if (javaScriptEnabled) grace = page;
    // Nobody else sees it.
    const other = await open();
    await other.goto('/comments/hello');
    await expect(other.getByText('No comments yet.')).toBeVisible();
    await tryToSendElsewhere(visit(await open({ javaScriptEnabled })));
  });
}

test('A moderator signs in by mail, approves, refuses with a reason, and takes it back, without scripts', async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/moderate');
  await page.getByLabel('Your mail address').fill('eve@evil.example');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('status')).toContainText('If this address may moderate');
  const link = await signIn(visit(page), 'ada@ada.example');
  expect(readMails().filter((mail) => mail.includes('eve@evil.example'))).toEqual([]);
  await approve(page, 'without scripts');
  await refuseAndUndo(page, 'with scripts');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByLabel('Search').fill('BETTER grace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(2);
  const cookies = await page.context().cookies();
  for (const address of ['/moderate?sent', '/moderate?token=x'])
    expect(await listViolationsAt(address), address).toEqual([]);
  expect(await listViolationsAt(page.url(), cookies)).toEqual([]);
  await page
    .getByRole('article')
    .filter({ hasText: 'with scripts' })
    .getByRole('button', { name: 'Ban' })
    .click();
  await expect(page.getByRole('status')).toContainText('Grace: spam');
  expect(await listViolationsAt(page.url(), cookies)).toEqual([]);
  await page.getByRole('link', { name: 'banned (1)' }).click();
  expect(await listViolationsAt(page.url(), cookies)).toEqual([]);
  await page.getByRole('button', { name: 'Lift the ban' }).click();
  await expect(page.getByText('Nobody is banned.')).toBeVisible();
  await page.getByRole('link', { name: /^held/ }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  // A link is good for one press.
  const again = await open();
  await again.goto(link);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again.getByLabel('Your mail address')).toBeVisible();
  await expect(again.getByRole('alert')).toContainText('not valid any more');
  await page.goto('/comments/hello');
  await expect(page.getByLabel('Name')).toHaveValue('Ada writes');
  await answerComment(visit(page), 'Better, without scripts.', '> without scripts.\n\nThank you.');
});

for (const javaScriptEnabled of [true, false]) {
  test(`A reader says thanks ${javaScriptEnabled ? 'with' : 'without'} scripts, once a day`, async () => {
    const page = await open({ javaScriptEnabled });
    for (const _ of [1, 2]) {
      await sayThanks({ ...visit(page), slug: 'quiet' });
      if (javaScriptEnabled) await expect(page.getByRole('button', { name: 'Say thanks 1' })).toBeVisible();
    }
    expect(await page.context().cookies()).toEqual([]);
  });
}

test('The author learns what was read to the end and what was searched for in vain, unless a browser asks for no counting', async () => {
  const read = async (page: Page) => {
    const reports: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/reads')) reports.push(request.postData() ?? '');
    });
    await page.clock.install();
    await page.goto('/posts/hello', { referer: 'https://news.example/item?id=1' });
    await page.waitForFunction(() => customElements.get('colophon-theme'));
    await page.clock.runFor(10_000);
    expect(reports).toEqual([]);
    const answered = page.waitForResponse('**/api/reads');
    return { reports, answered, skim: () => page.clock.runFor(10_000) };
  };
  for (const _ of [1, 2]) {
    const { reports, answered, skim } = await read(await open());
    await skim();
    expect((await answered).status()).toBe(204);
    expect(reports).toEqual(['post=hello&host=news.example']);
  }
  const private_ = await open();
  await private_.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
  });
  const { reports, answered, skim } = await read(private_);
  await skim();
  await skim();
  expect(reports).toEqual([]);
  await Promise.all([private_.close(), answered.catch(() => undefined)]);
  const page = await open();
  await page.goto('/search');
  const searched = page.waitForResponse('**/api/reads');
  await page.getByRole('searchbox').fill('Zqxj <b>');
  expect((await searched).status()).toBe(204);
  expect(await page.context().cookies()).toEqual([]);
  const { output } = await session.run('readers', 'reads');
  expect(output).toMatch(/^ +1 +1 +1 .* hello$/m);
  expect(output).toMatch(/^ +1 +1 +1 .* news\.example$/m);
  expect(output).toMatch(/^ +1 +1 +1 .* zqxj <b>$/m);
});

test('A site that answers and likes a post is shown with it, once a moderator approves', async () => {
  const page = await open();
  await page.goto('/posts/hello');
  const endpoint = await page.locator('link[rel="webmention"]').getAttribute('href');
  const send = (source: string, target = 'https://ada.example/posts/hello') =>
    fetch(new URL(endpoint ?? '', server.url), {
      method: 'POST',
      body: new URLSearchParams({ source, target }),
    }).then(({ status }) => status);
  const before = readMails().length;
  expect(await send(`http://127.0.0.1:${otherSite.port}/reply`)).toBe(202);
  expect(await send(`http://[::ffff:127.0.0.1]/reply`)).toBe(202);
  expect(await send('http://grace.example/reply')).toBe(202);
  expect(await send('http://grace.example/like')).toBe(202);
  await expect.poll(() => readMails().length).toBe(before + 2);
  expect(asked).toEqual(['grace.example/reply', 'grace.example/like']);
  const mail = readMails().find((one) => one.includes('Grace answers Hello')) ?? '';
  expect(mail).toContain('http://grace.example/reply');
  const [, link = ''] = /https:\/\/ada\.example(\/moderate\?comment=\S+)/.exec(mail) ?? [];
  await page.goto(link);
  await expect(page.getByRole('article')).toContainText('reply: http://grace.example/reply');
  await page.getByRole('button', { name: 'Approve' }).click();
  const { output } = await session.run('readers', 'list', 'held');
  const [, id = ''] = /^(\S+) .*\n {2}like: http:\/\/grace\.example\/like$/m.exec(output) ?? [];
  expect((await session.run('readers', 'approve', id)).status).toBe(0);
  await page.goto('/comments/hello');
  const article = page.getByRole('article').filter({ hasText: 'Well said.' });
  await expect(article.getByRole('link', { name: 'Grace', exact: true })).toHaveAttribute(
    'href',
    'http://grace.example/',
  );
  await expect(article.getByRole('link', { name: 'grace.example' })).toHaveAttribute(
    'rel',
    'nofollow ugc noopener',
  );
  await expect(page.getByText('Likes (1): Grace')).toBeVisible();
  await page.goto('/posts/quiet');
  await expect(page.locator('link[rel="webmention"]')).toHaveCount(0);
  expect(await send('http://grace.example/reply', 'https://ada.example/posts/quiet')).toBe(400);
  expect(await send('http://grace.example/reply', 'https://ada.example/')).toBe(400);
});

test('What a program may have sent waits without scripts and mails nobody, and is sent once a browser has proved work', async () => {
  const before = readMails().length;
  for (const javaScriptEnabled of [false, true]) {
    const page = await open({ javaScriptEnabled });
    await page.goto('/comments/hello');
    // As some managers of passwords do.
    const fillTrap = () => page.locator('input[name="website"]').fill('grace', { force: true });
    await page.getByLabel('Name').fill('Filled');
    await page.locator('textarea').fill(`At once, ${javaScriptEnabled ? 'proved' : 'unproved'}.`);
    await fillTrap();
    await page.getByRole('button', { name: 'Send' }).click();
    if (!javaScriptEnabled) {
      await expect(page.getByRole('alert')).toContainText('A program may have sent this.');
      await expect(page.getByText('Without JavaScript, press the button')).toBeVisible();
      await expect(page.locator('textarea')).toHaveValue('At once, unproved.');
      expect(await listViolationsAt(page.url())).toEqual([]);
      await fillTrap();
      await page.getByRole('button', { name: 'Send' }).click();
    }
    await expect(page.getByRole('status')).toContainText('appears once it is approved');
  }
  await expect.poll(() => readMails().length).toBe(before + 1);
  expect(readMails().at(-1)).toContain('At once, proved.');
  const { output } = await session.run('readers', 'list', 'held');
  expect(output.match(/ Filled/g)).toHaveLength(2);
});

test('Approved comments arrive at the end of a post, and are part of it after the next build', async () => {
  const page = await open();
  await page.goto('/posts/hello');
  await page.getByRole('heading', { name: 'Comments' }).scrollIntoViewIfNeeded();
  await expect(
    page.getByRole('article').filter({ hasText: 'Better, without scripts.' }).first(),
  ).toBeVisible();
  await expect(page.getByText('Likes (1): Grace')).toBeVisible();
  expect(await listViolations(page, ALL_RULES)).toEqual([]);
  await page.goto('/comments/hello');
  expect(await listViolations(page, ALL_RULES)).toEqual([]);
  const { output } = await runScript('lib/cli/build.ts', ENVIRONMENT);
  expect(output).toContain('Comments: 2 approved. Thanks: 1. Mentions: 2.');
  const html = readFileSync(path.join(READERS.folder, 'server/app/posts/hello.html'), 'utf8');
  expect(html).toContain('Better, without scripts.');
  expect(html.indexOf('<p>Thank you.</p>')).toBeGreaterThan(html.indexOf('Better, without scripts.'));
  expect(html).not.toContain('Better, with scripts.');
  expect(html).toContain('<p>Well said.</p>');
  expect(html).toMatch(/Likes \(1\): .*<a href="http:\/\/grace\.example\/like" rel="nofollow ugc noopener"/);
  const quiet = readFileSync(path.join(READERS.folder, 'server/app/posts/quiet.html'), 'utf8');
  expect(quiet).not.toContain('colophon-comments');
  expect(quiet).toContain('Say thanks <span>1</span>');
  expect(html).toContain('Say thanks <span></span>');
});

test('A reader gets what they wrote, and erases it, from their browser or by mail', async () => {
  await grace.goto('/comments/hello');
  await grace.getByRole('link', { name: 'What you wrote' }).click();
  await expect(grace.getByRole('article')).toContainText('Better, with scripts.');
  expect(await listViolations(grace, ALL_RULES)).toEqual([]);
  const other = await open({ javaScriptEnabled: false });
  await other.goto('/comments');
  await expect(other.getByRole('article')).toHaveCount(0);
  const before = readMails().length;
  await other.getByLabel('Your mail address').fill('grace@navy.example');
  await other.getByRole('button', { name: 'Send me a link' }).click();
  await expect(other.getByRole('status')).toContainText('If something was written');
  await expect.poll(() => readMails().length).toBe(before + 1);
  const [, token = ''] = /\/comments\?token=([\w-]+)/.exec(readMails().at(-1) ?? '') ?? [];
  await other.goto(`/comments?token=${token}`);
  const download = other.waitForEvent('download');
  await other.getByRole('button', { name: 'Download' }).click();
  const { comments } = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  const [written] = comments;
  expect(written).toMatchObject({ name: 'Grace', mail: 'grace@navy.example', body: 'Better, with scripts.' });
  await other.getByRole('button', { name: 'Erase everything' }).click();
  await expect(other.getByText('Everything is erased.')).toBeVisible();
  await other.goto(`/comments?token=${token}`);
  await expect(other.getByText('This link is not valid any more.')).toBeVisible();
  await grace.goto('/comments');
  await expect(grace.getByText('Nothing was written with this browser')).toBeVisible();
});

test('Whoever is answered gets a mail, after a press on the page of another, and ends that in one click', async () => {
  const write = async (name: string, mail: string, address: string) => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(address);
    await page.getByLabel('Name').fill(name);
    await expect(page.getByLabel('Mail address')).toHaveAccessibleDescription(/When somebody answers/);
    await page.getByLabel('Mail address').fill(mail);
    await page.locator('textarea').fill(`Written by ${name}.`);
    await waitForStamp(page);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('status')).toContainText('appears once it is approved');
    const { output } = await session.run('readers', 'list', 'held');
    return { page, id: new RegExp(`^(\\S+) .*${name} on`, 'm').exec(output)?.[1] ?? '' };
  };
  const findMail = (part: string) => readMails().filter((mail) => mail.includes(part));
  const { page, id } = await write('Barbara', 'barbara@mit.example', '/comments/hello');
  expect(findMail('To: barbara@mit.example')).toEqual([]);
  expect((await session.run('readers', 'approve', id)).status).toBe(0);
  await expect.poll(() => findMail('To: barbara@mit.example')).toHaveLength(1);
  const [asking = ''] = findMail('To: barbara@mit.example');
  const [, link = ''] = /https:\/\/ada\.example(\/comments\/own\/answers\?follower=\S+)/.exec(asking) ?? [];
  for (const method of ['GET', 'HEAD']) await fetch(server.url + link, { method });
  const answer = await write('Edsger', '', `/comments/hello?answer=${id}#write`);
  await page.goto(link);
  expect(await listFollowers()).toContain('asked      barbara@mit.example');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('status')).toContainText('come to you by mail');
  // The moderator decides with the link of the mail, which goes out after the answer.
  await expect.poll(() => findMail('Comment of Edsger on Hello').length).toBeGreaterThan(0);
  const [notice = ''] = findMail('Comment of Edsger on Hello');
  const [, decision = ''] = /https:\/\/ada\.example(\/moderate\?comment=\S+)/.exec(notice) ?? [];
  await page.goto(decision);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect.poll(() => findMail('To: barbara@mit.example')).toHaveLength(2);
  const mail = findMail('Written by Edsger.').find((one) => one.includes('To: barbara@mit.example')) ?? '';
  expect(mail).toContain(`https://ada.example/comments/hello?comment=${answer.id}#comment-${answer.id}`);
  const [, end = ''] =
    /<https:\/\/ada\.example(\/comments\/own\/answers\/end\?follower=[\w-]+)>/.exec(mail) ?? [];
  await page.goto(end);
  const scripted = await open();
  await scripted.goto(end);
  expect(await listViolations(scripted, ALL_RULES)).toEqual([]);
  expect(await listFollowers()).toContain('barbara@mit.example');
  const send = (target: string, body: string) =>
    fetch(server.url + target, { method: 'POST', redirect: 'manual', body: new URLSearchParams(body) }).then(
      ({ status }) => status,
    );
  expect(await send(end, 'no=thing')).toBe(400);
  expect(await send('/comments/own/answers/end?follower=forged', 'List-Unsubscribe=One-Click')).toBe(200);
  expect(await send('/comments/own/answers/send', `follower=${end.split('=')[1]}&key=forged`)).toBe(403);
  await page.getByRole('button', { name: 'No more answers by mail' }).click();
  await expect(page.getByRole('status')).toContainText('No more mails come to you.');
  expect(await listFollowers()).not.toContain('barbara@mit.example');
  expect(await send(end, 'List-Unsubscribe=One-Click')).toBe(200);
});

test('A writer cannot overturn what a moderator decided, nor fill the database with previews', async () => {
  const page = await open();
  await page.goto('/comments/hello');
  await page.getByLabel('Name').fill('Mallory');
  await page.locator('textarea').fill('Spam.');
  await waitForStamp(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  const { output } = await session.run('readers', 'list', 'held');
  const [, id = ''] = /^(\S+) .*Mallory/m.exec(output) ?? [];
  expect((await session.run('readers', 'spam', id)).status).toBe(0);
  await page.locator('textarea').fill('Better words.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('cannot be changed any more');
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(page.locator('textarea')).toHaveValue('Better words.');
  await expect(page.getByRole('status')).toHaveCount(0);
  await page.goto(`/comments/hello?edit=${id}#write`);
  await expect(page.getByRole('alert')).toContainText('cannot be changed any more');
  await expect(page.getByRole('alert')).toBeInViewport();
  const deletion = await page.request.post('/comments/hello/send', {
    headers: { Origin: server.url },
    form: { action: 'delete', edited: id },
  });
  expect(await deletion.text()).toContain('cannot be changed any more');
  const spam = await session.run('readers', 'list', 'spam');
  expect(spam.output).toContain('Mallory');
  const erased = await session.run('readers', 'erase', id);
  expect(erased.output).toContain('Erased: 1 comment.');
  const preview = async () => {
    const answer = await fetch(`${server.url}/comments/hello/send`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url },
      body: 'action=preview&body=My+words',
    });
    return { status: answer.status, text: await answer.text() };
  };
  const answers = [await preview()];
  while (answers.length <= LIMITS.forms && answers.at(-1)?.status !== 429) answers.push(await preview());
  expect(answers[0]?.status).toBe(303);
  expect(answers.at(-1)?.status).toBe(429);
  expect(answers.at(-1)?.text).toContain('My words</textarea>');
});

test('A stranger can neither decide nor write through another site', async () => {
  const send = (target: string, headers: Record<string, string>, body: string) =>
    fetch(`${server.url}${target}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body,
    }).then(({ status }) => status);
  const own = { Origin: server.url };
  expect(await send('/comments/hello/send', { Origin: 'https://evil.example' }, 'name=x&body=y')).toBe(403);
  expect(await send('/comments/hello/send', {}, 'name=x&body=y')).toBe(403);
  expect(await send('/comments/hello/send', { ...own, 'Content-Type': 'application/json' }, '{}')).toBe(415);
  expect(await send('/comments/hello/send', own, `body=${'x'.repeat(LIMITS.bytes)}`)).toBe(413);
  expect(await send('/comments/none/send', own, 'name=x')).toBe(404);
  expect(await send('/comments/hello/thanks', { Origin: 'https://evil.example' }, '')).toBe(403);
  expect(await send('/comments/none/thanks', own, '')).toBe(404);
  expect(await send('/api/reads', { Origin: 'https://evil.example' }, 'post=quiet')).toBe(403);
  expect(await send('/api/reads', own, 'post=none')).toBe(404);
  expect(await send('/comments/own/data', { Origin: 'https://evil.example' }, 'action=erase')).toBe(403);
  expect(await send('/comments/own/data', own, 'action=erase')).toBe(303);
  expect(await send('/comments/own/data', own, 'action=erase&token=forged')).toBe(303);
  expect(await send('/moderate/decide', own, 'action=approved&comment=x')).toBe(403);
  expect(await send('/moderate/decide', own, 'action=approved&comment=x&key=x')).toBe(403);
  expect(
    await send(
      '/moderate/decide',
      { ...own, Cookie: '__Host-moderator=forged' },
      'action=approved&comment=x',
    ),
  ).toBe(403);
  expect(await send('/moderate/decide', { Origin: 'https://evil.example' }, 'action=mail-link&mail=a')).toBe(
    403,
  );
  const page = await fetch(`${server.url}/comments/hello`);
  expect(page.headers.get('cache-control')).toContain('no-store');
  expect(await page.text()).toContain('<meta http-equiv="Content-Security-Policy"');
  expect((await fetch(`${server.url}/comments/quiet`)).status).toBe(404);
  expect((await fetch(`${server.url}/comments/hello/send`)).status).toBe(405);
});

for (const javaScriptEnabled of [true, false]) {
  const mail = javaScriptEnabled ? 'grace@navy.example' : 'alan@npl.example';

  test(`A reader subscribes ${javaScriptEnabled ? 'with' : 'without'} scripts: nothing counts before the press on the page of the mail`, async () => {
    const page = await open({ javaScriptEnabled });
    await page.goto('/by-mail');
    const field = page.getByLabel('Your mail address');
    const press = () => page.getByRole('button', { name: 'Subscribe' }).click();
    await field.fill('grace@navy');
    await press();
    await expect(page.getByRole('alert')).toContainText('That is no mail address.');
    await expect(field).toHaveValue('grace@navy');
    await page.locator('input[name="website"]').fill('navy', { force: true });
    await press();
    await expect(page.getByLabel('Leave this empty.')).toBeVisible();
    await expect(field).toHaveValue('grace@navy');
    if (javaScriptEnabled) expect(await listViolations(page, ALL_RULES)).toEqual([]);
    const link = await askForMails(visit(page), mail);
    if (javaScriptEnabled) expect(await listViolations(page, ALL_RULES)).toEqual([]);
    // As programs do that look at mails before people.
    for (const method of ['GET', 'HEAD']) await fetch(server.url + link, { method });
    await page.goto(link);
    expect(await listSubscribers('confirmed')).not.toContain(mail);
    if (javaScriptEnabled) expect(await listViolations(page, ALL_RULES)).toEqual([]);
    await confirmMails(visit(page), link);
    expect(await listSubscribers('confirmed')).toContain(mail);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test('Subscribers get a post by mail, and end that in one click, by a program or by a person', async () => {
  const smtp = await startSmtpServer();
  const environment = { ...ENVIRONMENT, SMTP_URL: smtp.url, MAIL_FROM: 'Ada <ada@ada.example>' };
  const sent = await runScript('lib/cli/main.ts', environment, ['newsletter', 'send', 'hello', '--yes']);
  await smtp.close();
  expect(sent.output).toContain('Sent to 2 subscribers.');
  const [first = '', second = ''] = ['grace@navy.example', 'alan@npl.example'].map((mail) => {
    const { message = '' } = smtp.mails.find(({ to }) => to === mail) ?? {};
    expect(message).toContain('Words.');
    return /<https:\/\/ada\.example(\/by-mail\/end\?subscriber=[\w-]+)>/.exec(message)?.[1];
  });
  const send = (body: BodyInit, target = first) =>
    fetch(server.url + target, { method: 'POST', redirect: 'manual', body }).then(({ status }) => status);
  const oneClick = new FormData();
  oneClick.set('List-Unsubscribe', 'One-Click');
  expect((await fetch(server.url + first, { redirect: 'manual' })).status).toBe(303);
  expect(await send(new URLSearchParams())).toBe(400);
  expect(await send('x'.repeat(LIMITS.bytes + 1))).toBe(413);
  expect(await send(oneClick, '/by-mail/end?subscriber=forged')).toBe(200);
  expect(await listSubscribers('confirmed')).toHaveLength(2);
  expect(await send(oneClick)).toBe(200);
  expect(await send(new URLSearchParams('List-Unsubscribe=One-Click'))).toBe(200);
  expect(await listSubscribers('confirmed')).toEqual(['alan@npl.example']);
  const page = await open({ javaScriptEnabled: false });
  await endMails(visit(page), second);
  expect(await listSubscribers('confirmed')).toEqual([]);
});

test('The form of a subscription shows no stranger anything, and fills no letter box', async () => {
  const send = (body: string, headers: Record<string, string> = { Origin: server.url }) =>
    fetch(`${server.url}/by-mail/send`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body,
    }).then(({ status, headers }) => `${status} ${headers.get('location') ?? ''}`.trim());
  const mails = readMails().length;
  expect(await send('mail=a@b.example', { Origin: 'https://evil.example' })).toBe('403');
  expect(await send('mail=a@b.example&website=x')).toMatch(/^303 \/by-mail\?fault=trap&draft=[\w-]+$/);
  for (const mail of ['', 'nobody', 'a@b.example,c@d.example', 'a@b.example%0D%0ABcc:%20c@d.example'])
    expect(await send(`mail=${mail}`), mail).toMatch(/^303 \/by-mail\?fault=mail&draft=[\w-]+$/);
  expect(await send('action=confirm&token=forged')).toBe('303 /by-mail?fault=link');
  expect(await send('action=confirm&token=e30.x')).toBe('303 /by-mail?fault=link');
  expect(await send('mail=a@b.example&section=xx')).toBe('404');
  expect((await fetch(`${server.url}/by-mail?done=constructor&token=%00&end[]=x`)).status).toBe(200);
  expect(readMails()).toHaveLength(mails);
  let answer = '';
  for (let number = 0; number <= LIMITS.subscriptions && !answer.startsWith('429'); number += 1)
    answer = await send(`mail=reader${number}@b.example`);
  expect(answer).toBe('429');
});

test('Comments are for the keyboard, for the colours of a system, for paper and for scripts from right to left', async () => {
  const page = await open();
  await page.goto('/comments/hello');
  await page.getByLabel('Name').focus();
  const reached: string[] = [];
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const { activeElement } = document;
        const outline = activeElement && getComputedStyle(activeElement).outlineStyle;
        return `${activeElement?.getAttribute('name')} ${activeElement?.getAttribute('value') ?? ''} ${outline}`;
      }),
    );
  }
  expect(reached).toEqual([...['mail  solid', 'body  solid', 'action send solid', 'action preview solid']]);
  const answer = page.getByRole('link', { name: 'Answer' }).first();
  await answer.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Answer to/ })).toBeInViewport();

  await page.emulateMedia({ forcedColors: 'active' });
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const drawn = page.locator('.comments :is(button, input:not([type=hidden], [name=website]), textarea)');
  expect(await drawn.count()).toBeGreaterThan(4);
  for (const element of await drawn.all()) {
    const border = await element.evaluate((one) => {
      const { borderBlockStartStyle, borderBlockStartColor } = getComputedStyle(one);
      return { style: borderBlockStartStyle, colour: borderBlockStartColor };
    });
    expect(border.style).not.toBe('none');
    expect(border.colour).not.toBe(canvas);
  }
  await page.emulateMedia({ forcedColors: 'none' });

  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const place = (locator: Locator) =>
    locator.evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left, right };
    });
  const [outer, inner] = [
    page.locator('.comment-list > li').first(),
    page.locator('.comment-list ol').first(),
  ];
  await expect(inner).toBeVisible();
  expect((await place(inner.locator('.comment').first())).right).toBeLessThan((await place(outer)).right);
  expect((await place(inner)).left).toBeCloseTo((await place(outer)).left, 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  await page.goto('/posts/hello');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Better, without scripts.').first()).toBeVisible();
  await expect(page.getByText('Ada writes', { exact: true }).last()).toBeVisible();
  for (const control of [
    ...[page.getByRole('button', { name: 'Say thanks' }), page.getByRole('button', { name: 'Subscribe' })],
    page.getByRole('link', { name: 'Read and write comments' }),
  ])
    await expect(control).toBeHidden();
});

test('A reader pages through many comments without scripts, and finds the one that a link means', async () => {
  const file = path.join(DATA, 'many.json');
  const all = Array.from({ length: 120 }, (_, place) => ({
    ...{
      id: `many${place}`,
      post: 'hello',
      name: 'Alan',
      body: `Thought ${place}.`,
      html: '',
      state: 'approved',
    },
    ...{ created: 1_000_000 + place, isByAuthor: false, writer: 'alan' },
    ...(place % 2 === 1 && { parent: `many${place - 1}` }),
  }));
  writeFileSync(file, JSON.stringify(all));
  expect((await session.run('readers', 'import', file)).status).toBe(0);
  const page = await open({ javaScriptEnabled: false });
  await page.goto('/comments/hello');
  await expect(page.getByText('Thought 119.')).toBeVisible();
  await expect(page.getByText('Thought 1.', { exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page.getByRole('article')).toHaveCount(100);
  await expect(page.locator('#comment-many0 + ol')).toContainText('Thought 1.');
  await page.getByRole('link', { name: 'Newer' }).click();
  await page.goto('/comments/hello?comment=many3#comment-many3');
  await expect(page.locator('#comment-many3')).toBeInViewport();
  await page.locator('#comment-many3').getByRole('link', { name: 'Answer' }).click();
  await expect(page.getByRole('heading', { name: 'Answer to Alan' })).toBeInViewport();
  await expect(page.locator('#comment-many3')).toHaveCount(1);
  // The page of the post was made before: it does not have it.
  const other = await open();
  await other.goto('/posts/hello#comment-many3');
  await expect(other.locator('#comment-many3')).toBeInViewport();
  await other.goto('/posts/hello');
  await other.getByRole('heading', { name: 'Comments' }).scrollIntoViewIfNeeded();
  await expect(other.getByText('Written by Barbara.')).toBeVisible();
  await expect(other.getByText('Better, without scripts.').first()).toBeVisible();
  // The page has it, and the answer to it: what is erased leaves its place to that.
  const { output } = await session.run('readers', 'list', 'approved', '--search', 'better without scripts');
  const [, id = ''] = /^(\S+) .*Grace/m.exec(output) ?? [];
  expect((await session.run('readers', 'erase', id)).status).toBe(0);
  await other.goto('/posts/hello');
  await other.getByRole('heading', { name: 'Comments' }).scrollIntoViewIfNeeded();
  await expect(other.locator(`#comment-${id}`)).toHaveText('This comment was deleted.');
  await expect(other.locator(`#comment-${id} + ol`)).toContainText('Thank you.');
  await expect(other.getByText('Better, without scripts.')).toHaveCount(0);
});

async function listFollowers(): Promise<string> {
  return (await session.run('readers', 'list', 'followers')).output;
}

/** Mail addresses of subscribers in a state. */
async function listSubscribers(state: string): Promise<string[]> {
  const { output } = await session.run('readers', 'list', 'subscribers');
  return output
    .split('\n')
    .filter((line) => line.startsWith(state))
    .map((line) => line.split(/\s+/)[1] ?? '');
}

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url, ...options });
  page.setDefaultTimeout(120_000);
  return page;
}

/** What axe objects to on a page whose scripts do not come: on a narrow screen in the light, and on a wide one in the dark. */
async function listViolationsAt(address: string, cookies: readonly Cookie[] = []): Promise<string[]> {
  const found: string[] = [];
  const page = await open({ reducedMotion: 'reduce' });
  await page.context().addCookies([...cookies]);
  await page.route('**/elements/*.js', (route) => route.abort());
  await page.goto(address);
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1440, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    found.push(...(await listViolations(page, ALL_RULES)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  await page.close();
  return found;
}

function visit(page: Page): Visit {
  return { page, url: server.url, slug: 'hello', readMails };
}

function readMails(): string[] {
  const folder = path.join(DATA, 'outbox');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .replace(/=\r?\n/g, '')
        .replaceAll('=3D', '='),
    );
}
