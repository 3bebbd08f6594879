import type { ComponentPropsWithoutRef, ReactNode } from 'react';

interface Extras {
  /** Address of subtitles that lie beside the file. */
  'data-track'?: string;
}

/** A film of a text: it waits for the reader, with the browser's own controls. A title is its caption. */
export function Video({ title, autoPlay: _, ...props }: ComponentPropsWithoutRef<'video'> & Extras) {
  const { 'data-track': track, children, ...rest } = props;
  return (
    <Captioned caption={title}>
      <video {...rest} controls preload="metadata" playsInline>
        {children}
        {track && <track kind="captions" src={track} default />}
      </video>
    </Captioned>
  );
}

/** A recording of a text, in the same way. */
export function Audio({ title, autoPlay: _, ...props }: ComponentPropsWithoutRef<'audio'> & Extras) {
  const { 'data-track': _track, ...rest } = props;
  return (
    <Captioned caption={title}>
      <audio {...rest} controls preload="metadata" />
    </Captioned>
  );
}

function Captioned({ caption, children }: { caption: string | undefined; children: ReactNode }) {
  if (!caption) return children;
  return (
    <figure className="figure">
      {children}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
