import { getAudience } from '@/lib/content/posts';

console.info(getAudience());
