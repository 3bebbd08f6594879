import { getVariants } from '@/lib/markdown/variants';

/** The variants of images, in builds. In development a page shows the files themselves: nothing is waited for. */
export const findVariants = process.env.NODE_ENV === 'production' ? getVariants : undefined;
