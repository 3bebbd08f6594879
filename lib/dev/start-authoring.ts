import { createProcessState } from '../cache/process-cache';
import { getContent } from '../content/posts';
import { reportChange, reportIndex } from './report-problems';
import { warmUp } from './warm-up';
import { watchContent } from './watch-content';
import { writeComponents } from './write-components';

/**
 * Begins, once for a server, what goes on beside its pages: the terminal reports problems, components of posts are
 * found as they come, and what the author will want next is made ready. After the first page, which must not wait.
 */
export function startAuthoring(): void {
  if (state.isStarted) return;
  state.isStarted = true;
  watchContent((files) => {
    const index = getContent();
    writeComponents(files);
    void reportChange(index, files);
  });
  const index = getContent();
  reportIndex(index);
  if (process.env.PORT) void warmUp(index, process.env.PORT);
}

const state = createProcessState('authoring', () => ({ isStarted: false }));
