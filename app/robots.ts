import type { MetadataRoute } from 'next';
import { getIndex } from '@/lib/views/current-index';
import { viewRobots } from '@/lib/views/robots';

export default function robots(): MetadataRoute.Robots {
  return viewRobots(getIndex());
}
