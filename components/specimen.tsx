import type { ReactNode } from 'react';
import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { postPath } from '@/lib/urls';
import type { ColourSample, ColourValue, SpecimenView, TypeSample } from '@/lib/views/specimen';
import { Ornament } from './ornament';
import { PageHead } from './page-head';
import { formatSpecimenStyle } from './specimen-style';

interface SpecimenProps {
  view: SpecimenView;
  strings: Strings;
}

/** A blog's own type, colours, rules and ornaments, each drawn by the token that it names. */
export function Specimen({ view, strings }: SpecimenProps) {
  const { title, description, types, colours, roles, ornaments } = view;
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made of the names of tokens. */}
      <style dangerouslySetInnerHTML={{ __html: formatSpecimenStyle(view) }} />
      <PageHead title={title}>
        <p>{description}</p>
      </PageHead>
      <div className="specimen post-index">
        <Part name="typeSection" strings={strings}>
          {types.map((sample) => (
            <TypeSize key={sample.token} {...sample} />
          ))}
          <Figures />
        </Part>
        <Part name="coloursSection" strings={strings}>
          <Swatches colours={colours} strings={strings} />
        </Part>
        <Part name="code" strings={strings}>
          <Roles roles={roles} />
          <Swatches colours={roles} strings={strings} />
        </Part>
        <Part name="rulesSection" strings={strings}>
          <Rules />
        </Part>
        {ornaments.length > 0 && (
          <Part name="ornamentsSection" strings={strings}>
            <Ornaments ornaments={ornaments} />
          </Part>
        )}
      </div>
    </>
  );
}

function Part({ name, strings, children }: { name: MessageName; strings: Strings; children: ReactNode }) {
  return (
    <section className="post-index-part" aria-labelledby={name}>
      <h2 id={name}>{formatMessage(strings, name)}</h2>
      <div>{children}</div>
    </section>
  );
}

function TypeSize({ token, size, lineHeight, text }: TypeSample) {
  return (
    <div className="type">
      <p className={`t-${token}`}>{text}</p>
      <p className="label" dir="ltr">
        --text-{token} · {size} / {lineHeight}
      </p>
    </div>
  );
}

/** Both kinds of figures, and small capitals. */
function Figures() {
  return (
    <p className="features" dir="ltr">
      <span>0123456789</span>
      <span className="lining">0123456789</span>
      <span className="small-caps">abcdefghijklmnopqrstuvwxyz</span>
      <em>abcdefghijklmnopqrstuvwxyz</em>
    </p>
  );
}

function Swatches({ colours, strings }: { colours: readonly ColourSample[]; strings: Strings }) {
  return (
    <ul className="swatches">
      {colours.map(({ token, light, dark }) => (
        <li key={token}>
          <div className="pair" aria-hidden="true">
            <span className="in-light">
              <span className={`s-${token}`} />
            </span>
            <span className="in-dark">
              <span className={`s-${token}`} />
            </span>
          </div>
          <p className="label" dir="ltr">
            --color-{token}
          </p>
          <div className="values text-meta text-ink-2">
            <Value name="light" colour={light} strings={strings} />
            <Value name="dark" colour={dark} strings={strings} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Value({ name, colour, strings }: { name: 'light' | 'dark'; colour: ColourValue; strings: Strings }) {
  const { value, contrast } = colour;
  return (
    <p>
      {formatMessage(strings, name)} <bdi>{value}</bdi>
      {contrast !== undefined && formatMessage(strings, 'contrast', { ratio: contrast })}
    </p>
  );
}

function Roles({ roles }: { roles: readonly ColourSample[] }) {
  return (
    <div className="code">
      <pre dir="ltr">
        <code>
          {roles.map(({ token }) => (
            <span key={token} className={`k-${token}`}>
              {`--color-${token}\n`}
            </span>
          ))}
        </code>
      </pre>
    </div>
  );
}

const RULES = [
  ['hairline', '--color-line'],
  ['rule', '--color-ink'],
  ['thick', '--color-ink'],
  ['double', '--color-ink, --color-line-2'],
] as const;

function Rules() {
  return (
    <>
      {RULES.map(([name, tokens]) => (
        <div key={name}>
          <div className={name} />
          <p className="label" dir="ltr">
            {tokens}
          </p>
        </div>
      ))}
      <p className="breaks" aria-hidden="true">
        <span>◊ ◊ ◊</span>
        <span className="end">■</span>
        <span>¶</span>
      </p>
    </>
  );
}

function Ornaments({ ornaments }: Pick<SpecimenView, 'ornaments'>) {
  return (
    <ul className="flowers">
      {ornaments.map(({ slug, title, ornament }) => (
        <li key={slug}>
          <a href={postPath(slug)}>
            <Ornament ornament={ornament} />
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
