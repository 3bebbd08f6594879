import { expect, test } from 'playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Figure, type FigureProps } from './figure';
import { Paragraph } from './paragraph';

const photo: FigureProps = { src: '/media/1/a.jpg', alt: 'A hedge', width: 1200, height: 800 };
const variants: FigureProps = {
  'data-avif': '/media/2/a-608.avif 608w',
  'data-webp': '/media/2/a-608.webp 608w',
};
const dark: FigureProps = {
  'data-dark': '/media/3/a.dark.jpg',
  'data-dark-avif': '/media/4/a.dark-608.avif 608w',
};

function render(props: FigureProps): string {
  return renderToStaticMarkup(createElement(Figure, props));
}

test('an image without variants is an image, fetched when it comes near, with its size', () => {
  expect(render(photo)).toBe(
    '<img loading="lazy" decoding="async" alt="A hedge" data-zoom="" src="/media/1/a.jpg" width="1200" height="800"/>',
  );
});

test('a browser takes the first format it knows, and the file itself where it knows neither', () => {
  const sizes = 'sizes="(min-width: 41rem) 38rem, calc(100vw - 2.5rem)"';
  expect(render({ ...photo, ...variants })).toBe(
    `<picture><source type="image/avif" srcSet="/media/2/a-608.avif 608w" ${sizes}/>` +
      `<source type="image/webp" srcSet="/media/2/a-608.webp 608w" ${sizes}/>${render(photo)}</picture>`,
  );
});

test('the forms for the dark theme come first, in all their formats', () => {
  const html = render({ ...photo, ...variants, ...dark });
  const sources = [...html.matchAll(/<source (media="[^"]*")?.*?srcSet="([^ "]*)/g)];
  expect(sources.map(([, media, file]) => [media, file])).toEqual([
    ['media="screen and (prefers-color-scheme: dark)"', '/media/4/a.dark-608.avif'],
    ['media="screen and (prefers-color-scheme: dark)"', '/media/3/a.dark.jpg'],
    [undefined, '/media/2/a-608.avif'],
    [undefined, '/media/2/a-608.webp'],
  ]);
});

test('sizes follow the room an image has', () => {
  for (const [show, size] of [
    ['wide', '(min-width: 75rem) 44.5rem'],
    ['page ink', '(min-width: 75rem) 58.25rem'],
    ['ink', 'sizes="(min-width: 41rem) 38rem'],
  ] as const) {
    const html = render({ ...photo, ...variants, title: 'A caption', 'data-show': show });
    expect(html).toContain(size);
    expect(html).toContain(`<figure class="figure figure-${show.replace(' ', ' figure-')}">`);
  }
  const pair = [1, 2].map((key) => createElement(Figure, { ...photo, ...variants, key }));
  const gallery = renderToStaticMarkup(createElement(Paragraph, {}, pair));
  expect(gallery.match(/sizes="\(min-width: 41rem\) 18.75rem, calc\(50vw - 1.5rem\)"/g)).toHaveLength(4);
  expect(gallery).not.toContain('class="figure-half"');
});

test('an image with more to see than its variants show is enlarged as it is', () => {
  expect(render({ ...photo, ...variants, width: 4000 })).toContain('data-zoom="/media/1/a.jpg"');
  expect(render({ ...photo, ...variants, ...dark, width: 4000 })).toContain('data-zoom=""');
  expect(render({ ...photo, ...variants, width: 1900 })).toContain('data-zoom=""');
});

test('ornament has an empty text and is not enlarged, and nothing has a style of its own', () => {
  const { alt: _, ...rest } = photo;
  const html = render({ ...rest, ...variants, ...dark });
  expect(html).toContain('alt=""');
  expect(html).not.toContain('data-zoom');
  expect(html).not.toContain('style=');
});
