import { reportRead } from './report-read';

/** Reports a post once its end was in view, and the page for as long as it takes to get there. */
export function watchRead(): void {
  const end = document.querySelector<HTMLElement>('[data-read]');
  if (!end) return;
  let [isReached, seconds] = [false, Number(end.dataset.seconds)];
  const report = () => {
    if (!isReached || seconds > 0) return;
    const [, host = ''] = /:\/\/([^/:]+)/.exec(document.referrer) ?? [];
    reportRead({ post: end.dataset.read ?? '', host: host === location.hostname ? '' : host });
  };
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    isReached = true;
    report();
  }).observe(end);
  const timer = setInterval(() => {
    if (document.visibilityState === 'hidden') return;
    seconds -= 1;
    if (seconds > 0) return;
    clearInterval(timer);
    report();
  }, 1000);
}
