import type { MentionsView } from '@/lib/views/mentions';

/** What a post is to sites that it is reported to (microformats 2), where readers see it in another form or not at all. */
export function EntryData({ mentions }: { mentions: MentionsView }) {
  const { endpoint, title, url, date, authors } = mentions;
  return (
    <>
      <link rel="webmention" href={endpoint} />
      <div hidden>
        <data className="p-name" value={title} />
        <data className="u-url" value={url} />
        {date !== undefined && <data className="dt-published" value={date} />}
        {authors.map(({ name, href }) => (
          <a key={href + name} className="p-author h-card" href={href}>
            {name}
          </a>
        ))}
      </div>
    </>
  );
}
