/** The logo of the site: the end of a page of print, three lines and a lozenge. Decorative; a name stands beside it. */
export function SiteLogo() {
  return (
    <svg className="site-logo" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M1 2.5h14M1 5.5h14M4 8.5h8" />
      <path className="site-logo-lozenge" d="M8 10.6l2.4 2.4L8 15.4 5.6 13z" />
    </svg>
  );
}
