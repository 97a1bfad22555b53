import type { JSX } from 'preact';
import { inertParts } from './inert-parts.js';

/** Text of an article as it is: characters that would move or hide others are shown by their code instead of doing so. */
export function Inert({ text }: { readonly text: string }): JSX.Element {
  return (
    <bdi>
      {inertParts(text).map(({ text: part, code }, i) =>
        code === null ? (
          part
        ) : (
          <span class="ctl" key={i} title={`the character ${code}, which is not seen`}>
            {code}
          </span>
        ),
      )}
    </bdi>
  );
}
