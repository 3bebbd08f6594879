import { Picture } from '@/components/mdx/picture';
import type { Post } from '@/lib/content/types';
import { getCover, getDarkForm } from '@/lib/markdown/media/media-list';
import { type FindVariants, toSourceSets } from '@/lib/markdown/media/source-sets';

interface PostCoverProps {
  post: Post;
  /** Where a file has another address than the one it is published at. */
  toAddress?: (path: string) => string;
  findVariants?: FindVariants | undefined;
}

/** The cover of a post, fetched at once: it stands at the head of the page. */
export async function PostCover({ post, toAddress = (path) => path, findVariants }: PostCoverProps) {
  const cover = await getCover(post);
  if (!cover) return null;
  const { path, alt, width, height } = cover;
  const dark = await getDarkForm(cover);
  return (
    <Picture
      src={toAddress(path)}
      alt={alt}
      width={width}
      height={height}
      loading="eager"
      fetchPriority="high"
      {...(findVariants && toSourceSets(await findVariants(cover)))}
      {...(dark && { 'data-dark': toAddress(dark.path) })}
      {...(dark && findVariants && toSourceSets(await findVariants(dark), 'data-dark'))}
    />
  );
}
