import { Picture } from '@/components/mdx/picture';
import type { Post } from '@/lib/content/types';
import { getCover, getDarkForm } from '@/lib/markdown/media-list';
import { toSourceSets } from '@/lib/markdown/source-sets';
import { findVariants } from '../../pictures';

/** The cover of a post, fetched at once: it stands at the head of the page. */
export async function Cover({ post }: { post: Post }) {
  const cover = await getCover(post);
  if (!cover) return null;
  const { path, alt, width, height } = cover;
  const dark = await getDarkForm(cover);
  return (
    <Picture
      src={path}
      alt={alt}
      width={width}
      height={height}
      loading="eager"
      fetchPriority="high"
      {...(findVariants && toSourceSets(await findVariants(cover)))}
      {...(dark && { 'data-dark': dark.path })}
      {...(dark && findVariants && toSourceSets(await findVariants(dark), 'data-dark'))}
    />
  );
}
