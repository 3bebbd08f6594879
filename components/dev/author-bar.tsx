'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Problem } from '@/lib/content/problems';
import { formatDay } from '@/lib/dates';
import type { Inspection, PageFacts } from '@/lib/dev/inspect';
import { DocumentPreviews } from './document-previews';
import './author-bar.css';
import { EditorLink } from './editor-link';
import { useLivePreview } from './live-preview';
import { isReaderView, setReaderView } from './reader-view';
import { useEditorLinks } from './use-editor-links';

interface AuthorBarProps {
  /** How many changes of the content the page shows for certain. */
  changes: number;
}

/** What an author sees at the foot of a page in development: state, length, problems, previews. */
export function AuthorBar({ changes }: AuthorBarProps) {
  const path = usePathname();
  const [facts, setFacts] = useState<PageFacts>();
  const [isReader, setReader] = useState<boolean>();
  const [body, setBody] = useState<HTMLElement>();
  const asked = useRef(0);
  const seen = useRef(changes);
  const inspect = useCallback(() => {
    asked.current += 1;
    const own = asked.current;
    const set = (found?: PageFacts) => {
      if (own !== asked.current) return;
      if (found) seen.current = found.changes;
      setFacts(found);
    };
    inspectPage(path).then(set, () => set());
  }, [path]);
  useEffect(inspect, [inspect]);
  const refresh = useLivePreview(inspect, seen);
  useEditorLinks();
  // Beside the page's main part, not in it.
  useEffect(() => setBody(document.body), []);
  useEffect(() => setReader(isReaderView()), []);
  useMissedChanges(changes, facts?.changes, refresh);
  if (!body || isReader === undefined) return null;
  const view = (asReader: boolean) => {
    setReaderView(asReader);
    setReader(asReader);
    refresh();
  };
  const bar = isReader ? (
    <button type="button" className="author-return" onClick={() => view(false)}>
      View as author
    </button>
  ) : (
    <aside className="author-bar" aria-label="Author’s bar">
      <a href="/desk">Desk</a>
      {facts && facts.settings.length > 0 && <Problems problems={facts.settings} of="the settings" />}
      {facts?.inspection && <Facts inspection={facts.inspection} />}
      <button type="button" onClick={() => view(true)}>
        View as reader
      </button>
    </aside>
  );
  return createPortal(bar, body);
}

/** What was saved after the page was made and before it listened. */
function useMissedChanges(made: number, now: number | undefined, refresh: (isWhole: boolean) => void): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (now === undefined || !isFirst.current) return;
    isFirst.current = false;
    if (now !== made) refresh(true);
  }, [made, now, refresh]);
}

/** While `next dev` compiles a route for the first time it may answer that there is none: asked again, it is there. */
async function inspectPage(path: string, delay = 250): Promise<PageFacts | undefined> {
  const response = await fetch(`/desk/inspect?path=${encodeURIComponent(path)}`);
  if (response.ok) return response.json();
  if (delay > LONGEST_DELAY) return undefined;
  await new Promise((resolve) => setTimeout(resolve, delay));
  return inspectPage(path, delay * 2);
}

/** Milliseconds: with those before it, half a minute. */
const LONGEST_DELAY = 16_000;

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
      {problems.length > 0 ? <Problems problems={problems} /> : <span>No problems</span>}
      <DocumentPreviews inspection={inspection} />
      <EditorLink file={file} line={1} column={1}>
        Open in editor
      </EditorLink>
    </>
  );
}

function Problems({ problems, of }: { problems: readonly Problem[]; of?: string }) {
  const hasError = problems.some(({ severity }) => severity === 'error');
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return (
    <details className="author-bar-part">
      <summary className={hasError ? 'author-bar-error' : undefined}>
        {of === undefined ? count : `${count} in ${of}`}
      </summary>
      <ul>
        {problems.map(({ file, line, column, message, remedy }) => (
          <li key={`${file}:${line}:${column}:${message}`}>
            <EditorLink file={file} line={line} column={column}>
              {of === undefined ? `Line ${line}` : `${file}:${line}`}
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
