import { dayOf } from '../dates';
import { FIELD_REMEDIES } from './fields';
import { readFileName } from './file-name';
import type { PostFields, ReportAt } from './post';
import type { Problem } from './problems';
import type { DocumentFile } from './read';
import { findSlugFault, isSlug } from './slug';
import { suggestFile } from './suggest';
import type { Validated } from './validate';

/** What is wrong with the fields of a post taken together, and with the files they name. */
export function checkPost(post: Validated<PostFields>, reportAt: ReportAt, file: DocumentFile): Problem[] {
  return [
    ...checkRequired(post, reportAt),
    ...checkUpdated(post, reportAt),
    ...checkRevisions(post, reportAt),
    ...checkCover(post, reportAt, file),
  ];
}

/** A file or folder whose name cannot stand in an address, where the front matter gives no slug instead. */
export function checkName(post: Validated<unknown>, reportAt: ReportAt, file: DocumentFile): Problem[] {
  const { slug } = readFileName(file.name);
  const fault = findSlugFault(slug);
  if (post.given.has('slug') || (fault === undefined && isSlug(file.name))) return [];
  const message = `The name "${file.name}" ${fault ?? `has characters that an address cannot hold: there it is "${slug}"`}.`;
  const remedy = 'Rename the file or folder with letters, numbers and hyphens, or add the field slug.';
  const problem = reportAt([], fault ? 'error' : 'warning', message, remedy);
  return [fault ? problem : { ...problem, group: 'name as an address' }];
}

/** Only a draft can do without a date; a description is taken from the text. */
function checkRequired({ values, given, faulty }: Validated<PostFields>, reportAt: ReportAt): Problem[] {
  if (values.draft || faulty.has('draft')) return [];
  return [
    ...(values.description === undefined && !faulty.has('description')
      ? [reportNoDescription(given.has('description'), reportAt)]
      : []),
    ...(values.date === undefined && !faulty.has('date') ? [reportNoDate(given.has('date'), reportAt)] : []),
  ];
}

function reportNoDescription(isGiven: boolean, reportAt: ReportAt): Problem {
  const what = isGiven ? '"description" is empty' : 'The field "description" is missing';
  const message = `${what}: lists, feeds and search engines show the first paragraph.`;
  const place = isGiven ? ['description'] : [];
  return {
    ...reportAt(place, 'warning', message, FIELD_REMEDIES.description ?? ''),
    group: 'description missing',
  };
}

function reportNoDate(isGiven: boolean, reportAt: ReportAt): Problem {
  const remedy = `${FIELD_REMEDIES.date} Only a draft can do without.`;
  return isGiven
    ? reportAt(['date'], 'error', '"date" is empty.', remedy)
    : reportAt([], 'error', 'The field "date" is missing.', remedy);
}

function checkUpdated({ values: { date, updated } }: Validated<PostFields>, reportAt: ReportAt): Problem[] {
  if (updated === undefined || date === undefined || dayOf(updated) >= dayOf(date)) return [];
  const message = `"updated" (${dayOf(updated)}) is before "date" (${dayOf(date)}).`;
  return [reportAt(['updated'], 'error', message, 'Give the day of the last change, or remove the field.')];
}

function checkRevisions(
  { values: { date, revisions = [] } }: Validated<PostFields>,
  reportAt: ReportAt,
): Problem[] {
  return revisions.flatMap((revision, index) => {
    if (date === undefined || dayOf(revision.date) >= dayOf(date)) return [];
    const message = `Item ${index + 1} of "revisions" (${dayOf(revision.date)}) is before "date" (${dayOf(date)}).`;
    const remedy = 'Give the day of the change, or remove the item.';
    return [reportAt(['revisions', index, 'date'], 'error', message, remedy)];
  });
}

function checkCover(
  { values: { cover } }: Validated<PostFields>,
  reportAt: ReportAt,
  file: DocumentFile,
): Problem[] {
  const name = cover?.src.replace(/^\.\//, '');
  if (cover === undefined || name === undefined || file.assets.includes(name)) return [];
  const close = suggestFile(name, file.assets);
  const guess = close === undefined ? '' : ` Did you mean "./${close}"?`;
  const message = `The cover "${cover.src}" is missing.${guess}`;
  const remedy = 'Put the image into the folder of the post, or correct the name.';
  return [reportAt(['cover', 'src'], 'error', message, remedy)];
}
