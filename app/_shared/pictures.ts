import type { FindVariants } from '@/lib/markdown/media/source-sets';

/** The variants of images, in builds. In development a page shows the files themselves: nothing is waited for. */
export const findVariants: FindVariants | undefined =
  process.env.NODE_ENV === 'production'
    ? async (media) => (await import('@/lib/markdown/media/variants')).getVariants(media)
    : undefined;
