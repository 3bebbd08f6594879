import { getCommentStyle } from '../bundles/comment-style';
import { getElementsBundle } from '../bundles/elements-bundle';
import { buildNearestScript } from '../bundles/nearest-script';
import { getEngineVersion } from '../cache/engine-version';
import { getContentFolder, getFiles, getSite } from '../content/posts';
import { formatSiteStyle } from '../fonts/site-style';
import { minifyStyle } from '../site/own-style';
import { getBasePath } from '../urls';

/** Written into what is built: where pages are made on request, the sources are not. */
export function getBuildConstants() {
  return {
    BASE_PATH: getBasePath(),
    READERS: getSite().readers ? '1' : '',
    ENGINE_VERSION: getEngineVersion(),
    ELEMENTS_PATH: getElementsBundle().path,
    NEAREST_SCRIPT: buildNearestScript(),
    SITE_STYLE:
      formatSiteStyle(getSite(), getContentFolder()) +
      (getSite().readers ? getCommentStyle() : '') +
      minifyStyle(getFiles().style?.source ?? '').css,
  };
}
