import { frameOf, type Problem } from '@/lib/content/problems';

/**
 * What is wrong with a file, as its author needs it: the place, which opens in the editor, a sentence, the line itself
 * and what to do.
 */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ol className="problem-list">
      {problems.map((problem) => (
        <li key={`${problem.file}:${problem.line}:${problem.column}:${problem.message}`} className="problem">
          <ProblemText problem={problem} />
        </li>
      ))}
    </ol>
  );
}

function ProblemText({ problem }: { problem: Problem }) {
  const { file, line, column, severity, message, remedy } = problem;
  const { text, caret } = frameOf(problem);
  return (
    <>
      <p className="problem-place">
        <button type="button" className="problem-open" data-open={`${file}:${line}:${column}`}>
          <code>
            {file}:{line}:{column}
          </code>
        </button>
      </p>
      <p className="problem-message">
        <span className={`problem-severity problem-${severity}`}>
          {severity === 'error' ? 'Error' : 'Warning'}
        </span>{' '}
        {message}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable to be scrolled with the keys. */}
      <pre className="problem-frame" tabIndex={0}>
        <code>
          <span className="problem-line">{line}</span> {text}
          {'\n'}
          <span aria-hidden="true">
            {' '.repeat(String(line).length + 1 + caret)}
            <span className="problem-caret">^</span>
          </span>
        </code>
      </pre>
      <p className="problem-remedy">{remedy}</p>
    </>
  );
}
