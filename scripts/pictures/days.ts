import { element, label, line, type Picture } from './picture';

/** What `days.py` beside the post prints: hours, and how many days have so many. */
const DAYS = [
  [0, 2],
  [21, 8],
  [22, 26],
  [23, 6176],
  [23.5, 54],
  [24, 5_676_183],
  [24.5, 56],
  [25, 6164],
  [26, 26],
  [27, 8],
] as const;
const [LEFT, BASE, HOUR, DECADE] = [102, 262, 74, 31];

/** The length of days from left to right, their number upwards, on a logarithmic scale. The day of no hours stands apart. */
export function drawDays(): Picture {
  const bars = DAYS.flatMap(([hours, count]) => {
    const x = toX(hours);
    const height = Math.log10(count) * DECADE;
    const fill = hours === 24 ? 'var(--ink)' : 'var(--rubric)';
    return [
      element('rect', { x: x - 11, y: BASE - height, width: 22, height, fill }),
      label(count.toLocaleString('en'), x, BASE - height - 8),
    ];
  });
  const names = [0, 21, 22, 23, 24, 25, 26, 27].map((hours) =>
    label(String(hours), toX(hours), BASE + 29, { class: 'soft' }),
  );
  const axis = line([16, BASE + 0.5], [602, BASE + 0.5]);
  const svg = [...bars, ...names, axis].join('');
  return { file: 'posts/days-that-are-not-24-hours/days', width: 608, height: 306, svg };
}

function toX(hours: number): number {
  return hours === 0 ? 34 : LEFT + (hours - 20.5) * HOUR;
}
