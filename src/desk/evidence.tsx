import type { ComponentChildren, JSX } from 'preact';
import type { ActorName, ShownRecord, Span } from '../server/shapes.js';
import { inWords } from './dates.js';
import { useLink } from './desk.js';
import { inertText } from './inert-parts.js';
import { Inert } from './inert.js';

type Shown = ShownRecord['evidence'][number];

/** A place in an article as it stands in an address: `12-40,55-80`. */
export const placeOf = (spans: readonly Span[]): string => spans.map(([from, to]) => `${from}-${to}`).join(',');

interface Place {
  readonly document: string;
  readonly published: string;
  readonly publisher: string | null;
  readonly spans: readonly Span[];
}

/** Outlet of an article; said in words where it is not known. */
export const outletOf = ({ publisher }: { readonly publisher: string | null }): string =>
  publisher === null ? 'outlet not given' : inertText(publisher);

/** Outlet and date, which lead to the exact characters. */
export function Source({ of, before }: { readonly of: Place; readonly before?: ComponentChildren }): JSX.Element {
  const link = useLink();
  return (
    <span class="cite">
      {before}
      <a href={link('read', of.document, { at: placeOf(of.spans) })}>
        {outletOf(of)}, {inWords(of.published.slice(0, 10))}
      </a>
    </span>
  );
}

/** The words of a piece of evidence, those that count marked in what stands around them. */
export function InContext({
  of,
  children,
  big = false,
}: {
  readonly of: Shown;
  readonly children?: ComponentChildren;
  readonly big?: boolean;
}): JSX.Element {
  const parts: JSX.Element[] = [];
  let at = 0;
  for (const [from, to] of of.marked) {
    if (from > at) parts.push(<span class="ctx"><Inert text={of.context.slice(at, from)} /></span>); // prettier-ignore
    parts.push(<mark><Inert text={of.context.slice(from, to)} /></mark>); // prettier-ignore
    at = Math.max(at, to);
  }
  if (at < of.context.length) parts.push(<span class="ctx"><Inert text={of.context.slice(at)} /></span>); // prettier-ignore
  return (
    <blockquote class={`words${big ? ' big' : ''}`}>
      <p>{parts}</p>
      <Source of={of} before={children} />
    </blockquote>
  );
}

/** Words with where they stand. */
export function Words({
  text,
  of,
  children,
}: {
  readonly text: string;
  readonly of: Place | null;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <blockquote class="words">
      <p>
        <Inert text={text} />
      </p>
      {of === null ? null : <Source of={of} before={children} />}
    </blockquote>
  );
}

/** An actor, leading to the dossier; said in words where it is not known. */
export function Who({ of }: { readonly of: ActorName | null }): JSX.Element {
  const link = useLink();
  if (of === null) return <span class="unk">not named</span>;
  return (
    <a class="who" href={link('actors', of.id)}>
      <Inert text={of.name} />
    </a>
  );
}

/** Words that say by themselves that what follows is a condition. */
const CONDITIONS = /^(?:if|unless|provided|as long as|so long as|once|when|until|should|in case|on condition|without|except)\b/iu;

/** A condition in its own words. */
export const Condition = ({ text }: { readonly text: string }): JSX.Element => (
  <>
    {CONDITIONS.test(text.trim()) ? null : <b>if </b>}
    <span class="v">
      <Inert text={text} />
    </span>
  </>
);

export const Unknown = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <span class="unk">{children}</span>
);

/** What was worked out, with the reason where one looks. */
export function Inferred({ why, children }: { readonly why: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <span class="inf" tabIndex={0} title={`worked out: ${inertText(why)}`}>
      {children}
      <span class="vh-only">, worked out: {inertText(why)}</span>
    </span>
  );
}

export function When({ date, why }: { readonly date: string | null; readonly why?: string | undefined }): JSX.Element {
  if (date === null) return <Unknown>day not given</Unknown>;
  return why === undefined ? <>{inWords(date)}</> : <Inferred why={why}>{inWords(date)}</Inferred>;
}
