import type { MetadataRoute } from 'next';
import { getIndex } from '@/lib/views/current-index';
import { viewManifest } from '@/lib/views/manifest';

export default function manifest(): MetadataRoute.Manifest {
  return viewManifest(getIndex());
}
