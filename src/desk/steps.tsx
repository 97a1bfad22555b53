import type { JSX } from 'preact';
import type { Commitment, ShownRecord, Span } from '../server/shapes.js';
import { useAsk } from './asking.js';
import { days, dayOf, extentOf, inWords } from './dates.js';
import { useAsOf, useDesk } from './desk.js';
import { InContext, Inferred, Who } from './evidence.js';
import { Mark, State } from './marks.js';
import { partiesOf, stepWord } from './words.js';

/** Who owes what kind of thing to whom. */
export function Parties({ of }: { readonly of: Commitment }): JSX.Element {
  const [a, word, b] = partiesOf(of);
  return (
    <>
      <span class="kind">{of.kind}</span> <Who of={a} /> {word} <Who of={b} />
    </>
  );
}

const same = (a: readonly Span[], b: readonly Span[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The state of a commitment; one that was worked out of silence says so. */
export function StateOf({ of }: { readonly of: Commitment }): JSX.Element {
  const silent = of.history.at(-1)?.inferred ?? null;
  if (silent === null) return <State state={of.state} />;
  return (
    <State state="silent">
      <Inferred why={silent}>day passed</Inferred>
    </State>
  );
}

/** The history of a commitment with the words of every step; along the line or down it. */
export function Steps({ of, down = false }: { readonly of: Commitment; readonly down?: boolean }): JSX.Element {
  const { version } = useDesk();
  const asOf = useAsOf();
  const { data } = useAsk<ShownRecord>(`/api/records/${encodeURIComponent(of.id)}`, { asOf }, version);
  return (
    <ol class={`steps${down ? ' col' : ''} n${Math.min(of.history.length, 6)}`}>
      {of.history.map((step, i) => {
        const before = of.history[i - 1];
        const [on, earlier] = [extentOf(step.on), extentOf(before?.on ?? null)];
        const gap = on === null || earlier === null ? 0 : on.first - earlier.first;
        const late = on === null || step.inferred !== null ? 0 : dayOf(step.published) - on.last;
        const shown = step.inferred === null ? data?.evidence.find(({ document, spans }) => document === step.document && same(spans, step.spans)) : undefined; // prettier-ignore
        const word = stepWord(of.kind, step, before);
        return (
          <li class={`g-${step.state}`} key={i}>
            <div class="sd">
              <Mark of={step.inferred === null ? step.state : 'silent'} />{' '}
              <b>{step.inferred === null ? word : <Inferred why={step.inferred}>{word}</Inferred>}</b> {inWords(step.on)}
              {gap > 0 ? <span class="gap">{days(gap)} later</span> : null}
            </div>
            <div class="sdue">
              {step.due === null ? (
                'no day given'
              ) : (
                <>
                  due {inWords(step.due)}{' '}
                  {before !== undefined && before.due !== null && before.due !== step.due ? <s>{inWords(before.due)}</s> : null}
                </>
              )}
              {late > 0 ? (
                <>
                  {' '}
                  · <span class="lagn">reported {days(late)} later</span>
                </>
              ) : null}
            </div>
            {step.inferred !== null ? (
              <p class="silent">Worked out, not read: {step.inferred}.</p>
            ) : shown === undefined ? null : (
              <InContext of={shown} />
            )}
          </li>
        );
      })}
    </ol>
  );
}
