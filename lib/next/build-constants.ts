import { getChallengeScript } from '../bundles/challenge-script';
import { getElementsBundle } from '../bundles/elements-bundle';
import { buildNearestScript } from '../bundles/nearest-script';
import { getOptionalStyles } from '../bundles/optional-styles';
import { getEngineVersion } from '../cache/engine-version';
import { getContent, getContentFolder, getFiles, getSite } from '../content/posts';
import { formatSiteStyle } from '../fonts/site-style';
import { minifyStyle } from '../site/own-style';
import { formatReaderParts } from '../site/reader-parts';
import { formatMessage } from '../site/strings/messages';
import { getBasePath } from '../urls';

/** Written into what is built: where pages are made on request, the sources are not. */
export function getBuildConstants() {
  return {
    BASE_PATH: getBasePath(),
    READERS: formatReaderParts(getSite()),
    LANGUAGES: getSite().languages.length > 0 ? '1' : '',
    ENGINE_VERSION: getEngineVersion(),
    ELEMENTS_PATH: getElementsBundle().path,
    CHALLENGE_PATH: getSite().readers?.comments ? getChallengeScript().path : '',
    NEAREST_SCRIPT: buildNearestScript(),
    ERROR_MESSAGE: formatMessage(getContent().strings, 'readersAway'),
    SITE_STYLE:
      formatSiteStyle(getSite(), getContentFolder()) +
      getOptionalStyles(getContent()) +
      minifyStyle(getFiles().style?.source ?? '').css,
  };
}
