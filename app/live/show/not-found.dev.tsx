import { NotFoundPage } from '../../_shared/not-found-page';
import { findMissingSection } from '../find-missing-section';
import { runForViewer } from '../run-for-viewer';
import { getShownPath } from '../shown-path';

/** As `app/not-found.tsx`, in the language of the section that an address is below. */
export default async function NotFound() {
  const path = await getShownPath().path;
  return <NotFoundPage section={await runForViewer(async () => findMissingSection(path))} />;
}
