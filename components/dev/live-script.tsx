'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

/**
 * A script in the head of a page in development. Where a browser makes the whole page by itself, as it does of missing
 * ones, React would put it in and not run it, and object.
 */
export function LiveScript({ code }: { code: string }) {
  const isServers = useSyncExternalStore(subscribe, inBrowser, onServer);
  // What the server sent has run.
  const [hasRun] = useState(isServers);
  useEffect(() => {
    if (hasRun) return;
    const script = Object.assign(document.createElement('script'), { textContent: code });
    document.head.append(script);
    script.remove();
  }, [hasRun, code]);
  if (!hasRun) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: scripts of this project.
  return <script dangerouslySetInnerHTML={{ __html: code }} />;
}

const subscribe = () => () => {};
const inBrowser = () => false;
const onServer = () => true;
