import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/page-head';
import { DecisionList } from '@/components/readers/decision-list';
import { EnterForm } from '@/components/readers/enter-form';
import { SignInForm } from '@/components/readers/sign-in-form';
import { findModerator, isDecisionKey, SESSION_COOKIE } from '@/lib/readers/moderators';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { decidePath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { getSection } from '../_shared/get-section';
import { reportAway } from '../_shared/report-away';
import { SectionFrame } from '../_shared/section-frame';
import { toTexts } from '../_shared/to-texts';
import { listPostsById } from './list-posts-by-id';
import { showLists } from './show-lists';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Moderate', robots: { index: false, follow: false } };

type Query = Readonly<Record<string, string>>;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where moderators decide, in English as all of an author's tools. */
export default async function ModeratePage({ searchParams }: Props) {
  const { readers } = getIndex().site;
  if (!readers) notFound();
  const query = toTexts(await searchParams);
  const session = (await cookies()).get(SESSION_COOKIE)?.value;
  const shown = await show(query, session, readers.moderators).catch(reportAway('Nothing can be moderated'));
  return (
    <SectionFrame section={await getSection()}>
      <div lang="en" dir="ltr">
        <PageHead title="Moderate">{shown?.moderator && <p>{shown.moderator}</p>}</PageHead>
        <div className="comments md:ms-55">
          {shown?.content ?? <p role="status">The database is away at the moment. Try again later.</p>}
        </div>
      </div>
    </SectionFrame>
  );
}

async function show(query: Query, session: string | undefined, moderators: readonly string[]) {
  const part = await getReadersPart();
  const moderator = await findModerator(part, session, moderators);
  return { moderator, content: await choose(part, query, moderator) };
}

/** What a link of a mail opens, or else a form to sign in with, or the lists. */
async function choose(part: ReadersPart, query: Query, moderator: string | undefined): Promise<ReactNode> {
  const { comment, key, token } = query;
  if (token !== undefined) return <EnterForm token={token} />;
  if (comment !== undefined && key !== undefined && isDecisionKey(key, part.secret, comment)) {
    const found = await part.store.findComment(comment);
    if (!found?.name) return <p>This comment is not here any more.</p>;
    return <DecisionList comments={[found]} posts={listPostsById()} decisionKey={key} />;
  }
  if (moderator === undefined)
    return (
      <SignInForm
        isSent={query.sent !== undefined}
        isInvalid={comment !== undefined || query.invalid !== undefined}
      />
    );
  return (
    <>
      {await showLists(part.store, query)}
      <form className="sign-out" method="post" action={decidePath}>
        <button type="submit" name="action" value="sign-out">
          Sign out
        </button>
      </form>
    </>
  );
}
