import type { ComponentChildren, JSX } from 'preact';

/*
 * A shape for every state and stance, so that nothing is told by colour alone. Shapes are drawn around 0, 0 and about 12 wide.
 */
const SHAPES: Readonly<Record<string, JSX.Element>> = {
  conditional: <path d="M0-5.6 5.6 0 0 5.6-5.6 0Z" class="o dashed" />,
  active: (
    <>
      <circle r="5" class="o" />
      <circle r="2" class="f" />
    </>
  ),
  satisfied: (
    <>
      <circle r="5.8" class="f" />
      <path d="m-2.8 .2 2 2.1L2.9-2.1" class="k" />
    </>
  ),
  violated: (
    <>
      <path d="M-5.4-5.4H5.4V5.4H-5.4Z" class="f" />
      <path d="m-2.5-2.5 5 5m0-5-5 5" class="k" />
    </>
  ),
  expired: <path d="M-4.6-5.6H4.6L-4.6 5.6H4.6Z" class="f" />,
  silent: <path d="M-4.4-5.4H4.4L-4.4 5.4H4.4Z" class="o dashed" />,
  rejected: (
    <>
      <circle r="5" class="o" />
      <path d="m-3.5 3.5 7-7" class="s" />
    </>
  ),
  cancelled: (
    <>
      <circle r="5" class="o" />
      <path d="M-3 0h6" class="s" />
    </>
  ),
  disputed: (
    <>
      <circle r="5.4" class="o" />
      <path d="M-3-1.5h6M-3 1.5h6M1.8-3.6-1.8 3.6" class="s" />
    </>
  ),
  for: (
    <>
      <circle r="5.8" class="f" />
      <path d="M0-3v6M-3 0h6" class="k" />
    </>
  ),
  against: (
    <>
      <path d="M-5-5H5V5H-5Z" class="o" />
      <path d="m-3-3 6 6m0-6-6 6" class="s" />
    </>
  ),
  'conditional-stance': (
    <>
      <circle r="5" class="o" />
      <path d="M0-5A5 5 0 0 1 0 5Z" class="f" />
    </>
  ),
  open: <circle r="5" class="o" />,
};

/** The name of a stance among the marks, where one of a state has the same. */
export const stanceMark = (stance: string): string => (stance === 'conditional' ? 'conditional-stance' : stance);

/** A shape within a drawing. */
export const Shape = ({ of }: { readonly of: string }): JSX.Element => <g class={`m c-${of}`}>{SHAPES[of] ?? SHAPES['open']}</g>;

/** A shape by itself; what it says is said in words beside it. */
export const Mark = ({ of, size = 15 }: { readonly of: string; readonly size?: number }): JSX.Element => (
  <svg class="mk" width={size} height={size} viewBox="-7.5 -7.5 15 15" aria-hidden="true">
    <Shape of={of} />
  </svg>
);

export const State = ({ state, children }: { readonly state: string; readonly children?: ComponentChildren }): JSX.Element => (
  <span class={`st c-${state}`}>
    <Mark of={state} /> {children ?? state}
  </span>
);

export const StanceName = ({ stance }: { readonly stance: string }): JSX.Element => (
  <span class={`st c-${stanceMark(stance)}`}>
    <Mark of={stanceMark(stance)} /> {stance}
  </span>
);
