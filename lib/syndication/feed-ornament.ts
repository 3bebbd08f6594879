/** What stands at the head of a post in a feed: its ornament, half as large as the image has pixels. */
export function formatFeedOrnament(url: string): string {
  return `<p><img src="${url.replaceAll('&', '&amp;')}" alt="" width="96" height="96"></p>\n`;
}
