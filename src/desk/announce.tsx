import type { JSX } from 'preact';

/** Says what was chosen by keys, for those who do not see it: the focus has not moved there. */
export const Announce = ({ text }: { readonly text: string | null }): JSX.Element => (
  <p class="vh-only" role="status">
    {text}
  </p>
);
