'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatDay } from '@/lib/dates';
import type { Inspection } from '@/lib/dev/inspect';
import { DocumentPreviews } from './document-previews';
import './author-bar.css';
import { EditorLink } from './editor-link';
import { useLivePreview } from './live-preview';
import { useEditorLinks } from './use-editor-links';

/** What an author sees at the foot of a page in development: state, length, problems, previews. */
export function AuthorBar() {
  const path = usePathname();
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const [isHidden, setHidden] = useState(false);
  const [body, setBody] = useState<HTMLElement>();
  const inspect = useCallback(() => {
    inspectPage(path).then(setInspection, () => setInspection(null));
  }, [path]);
  useEffect(inspect, [inspect]);
  useLivePreview(inspect);
  useEditorLinks();
  // Beside the page's main part, not in it.
  useEffect(() => setBody(document.body), []);
  if (isHidden || !body) return null;
  return createPortal(
    <aside className="author-bar" aria-label="Author’s bar">
      <a href="/desk">Desk</a>
      {inspection && <Facts inspection={inspection} />}
      <button type="button" onClick={() => setHidden(true)}>
        View as reader
      </button>
    </aside>,
    body,
  );
}

/** While `next dev` compiles a route for the first time it may answer that there is none: asked again, it is there. */
async function inspectPage(path: string, triesLeft = 5): Promise<Inspection | null> {
  const response = await fetch(`/desk/inspect?path=${encodeURIComponent(path)}`);
  if (response.ok) return response.json();
  if (triesLeft === 0) return null;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return inspectPage(path, triesLeft - 1);
}

function Facts({ inspection }: { inspection: Inspection }) {
  const { file, words, minutes, problems } = inspection;
  return (
    <>
      <span>{describeState(inspection)}</span>
      {words !== undefined && (
        <span>
          {words} words, {minutes} {minutes === 1 ? 'minute' : 'minutes'}
        </span>
      )}
      {problems.length > 0 ? <Problems inspection={inspection} /> : <span>No problems</span>}
      <DocumentPreviews inspection={inspection} />
      <EditorLink file={file} line={1} column={1}>
        Open in editor
      </EditorLink>
    </>
  );
}

function Problems({ inspection: { problems } }: { inspection: Inspection }) {
  const hasError = problems.some(({ severity }) => severity === 'error');
  return (
    <details className="author-bar-part">
      <summary className={hasError ? 'author-bar-error' : undefined}>
        {problems.length === 1 ? '1 problem' : `${problems.length} problems`}
      </summary>
      <ul>
        {problems.map(({ file, line, column, message, remedy }) => (
          <li key={`${line}:${column}:${message}`}>
            <EditorLink file={file} line={line} column={column}>
              Line {line}
            </EditorLink>{' '}
            {message} <em>{remedy}</em>
          </li>
        ))}
      </ul>
    </details>
  );
}

function describeState({ kind, state, day }: Inspection): string {
  if (kind === 'page') return 'Page';
  if (state === undefined) return 'Cannot be shown';
  const date = day === undefined ? undefined : formatDay(day, 'en');
  if (state === 'scheduled') return `Scheduled: appears on ${date}`;
  if (state === 'draft') return date ? `Draft, dated ${date}` : 'Draft';
  return `${state === 'unlisted' ? 'Unlisted' : 'Published'} on ${date}`;
}
