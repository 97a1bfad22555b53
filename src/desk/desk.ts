import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Asked as DecisionAsked, Overview } from '../server/shapes.js';
import { hrefOf, type Address, type View } from './address.js';

type Without<T> = T extends unknown ? Omit<T, 'who' | 'why'> : never;
/** A decision before its reason is given. */
export type Undecided = Without<DecisionAsked>;

/** What every view works with. */
export interface Desk {
  readonly address: Address;
  /** Grows whenever the ledger changes. */
  readonly version: number;
  readonly overview: Overview;
  /** Asks for the reason of a decision and takes it. */
  readonly decide: (question: string, decision: Undecided, done?: () => void) => void;
  /** Takes a decision at once, with the reason that is given. */
  readonly decideNow: (said: string, decision: Undecided, why: string) => Promise<boolean>;
  /** Takes a decision back: the last one in force where none is named. */
  readonly undo: (pk?: number) => void;
  readonly correct: (what: Correctable) => void;
  /** Says something in passing, for the eye and for a screen reader. */
  readonly say: (text: string) => void;
}

/** A record with the fields that can be corrected and what they hold now. */
export interface Correctable {
  readonly id: string;
  readonly what: string;
  readonly fields: Readonly<Record<string, { readonly value: string; readonly options?: readonly string[] }>>;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a view stands outside the desk');
  return desk;
}

/** A link that keeps the view and its choices, but for those given. */
export function useHere(): (changed: Readonly<Record<string, string | null>>, id?: string | null) => string {
  const { address } = useDesk();
  return (changed, id = address.id) => hrefOf(address.view, id, { ...address.query, ...changed });
}

/** A link to another view that keeps the day as of which the ledger is looked at. */
export function useLink(): (view: View, id?: string | null, query?: Readonly<Record<string, string | null>>) => string {
  const { address } = useDesk();
  return (view, id = null, query = {}) => hrefOf(view, id, { asof: address.query['asof'] ?? null, ...query });
}

/** The day as of which the ledger is looked at, where one was chosen. */
export const useAsOf = (): string | null => useDesk().address.query['asof'] ?? null;
