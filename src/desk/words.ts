/** What the record's terms are called in running text. */
export const VERBS: Readonly<Record<string, string>> = { promise: 'promises', offer: 'offers', threaten: 'threatens', demand: 'demands', request: 'asks', propose: 'proposes', accept: 'agrees', refuse: 'refuses', announce: 'announces', retract: 'takes back', deny: 'denies', accuse: 'accuses', criticise: 'criticises', praise: 'praises', doubt: 'doubts', warn: 'warns', predict: 'predicts', assert: 'says' }; // prettier-ignore
export const ACTS = Object.keys(VERBS);

const EVENTS: Readonly<Record<string, string>> = { AGREE: 'agrees', CONSULT: 'meets', SUPPORT: 'supports', CONCEDE: 'yields', COOPERATE: 'cooperates', AID: 'helps', RETREAT: 'withdraws', REQUEST: 'asks', ACCUSE: 'accuses', REJECT: 'rejects', THREATEN: 'threatens', PROTEST: 'protests', SANCTION: 'sanctions', MOBILIZE: 'mobilises', COERCE: 'coerces', ASSAULT: 'attacks' }; // prettier-ignore
export const EVENT_TYPES = Object.keys(EVENTS);

/** A plain verb for an act or an event type; the code itself where there is none. */
export const verbOf = (type: string): string => VERBS[type] ?? EVENTS[type] ?? type.toLowerCase();

export const STATES = [
  { state: 'active', name: 'Running' },
  { state: 'conditional', name: 'Waiting on a condition' },
  { state: 'disputed', name: 'Disputed' },
  { state: 'violated', name: 'Broken' },
  { state: 'expired', name: 'Passed, not done' },
  { state: 'rejected', name: 'Turned down' },
  { state: 'cancelled', name: 'Withdrawn' },
  { state: 'satisfied', name: 'Met' },
] as const;
export const LIVE: ReadonlySet<string> = new Set(['active', 'conditional', 'disputed']);

export const KINDS = [
  { kind: 'demand', name: 'Demands' },
  { kind: 'threat', name: 'Threats and red lines' },
  { kind: 'offer', name: 'Offers' },
  { kind: 'promise', name: 'Promises' },
  { kind: 'agreement', name: 'Agreements' },
] as const;

export const STANCES = ['for', 'conditional', 'open', 'against'] as const;

export const DISPUTES: Readonly<Record<string, { readonly name: string; readonly sign: string }>> = {
  'conflicting-accounts': { name: 'Conflicting accounts', sign: '≠' },
  reversal: { name: 'Reversal', sign: '↺' },
  'word-vs-deed': { name: 'Word against deed', sign: '✕' },
};

/** What a step of a commitment's history did, in one word. */
export function stepWord(
  kind: string,
  step: { readonly state: string; readonly due: string | null },
  before: { readonly state: string; readonly due: string | null } | undefined,
): string {
  if (before === undefined) return kind === 'offer' ? 'offered' : kind === 'promise' ? 'given' : kind === 'threat' ? 'drawn' : kind === 'agreement' ? 'agreed' : 'set'; // prettier-ignore
  if (step.due !== before.due && step.due !== null) return before.due === null ? 'given a day' : step.due < before.due ? 'shortened' : 'extended'; // prettier-ignore
  switch (step.state) {
    case 'active':
      return kind === 'offer' ? 'taken up' : 'condition met';
    case 'satisfied':
      return kind === 'threat' ? 'carried out' : 'met';
    case 'violated':
      return 'broken';
    case 'expired':
      return 'passed';
    case 'rejected':
      return 'turned down';
    case 'cancelled':
      return 'withdrawn';
    default:
      return step.state;
  }
}

/** Who stands where in a commitment: "demand A of B", "promise A to B". */
export function partiesOf<T>({
  kind,
  debtor,
  creditor,
}: {
  readonly kind: string;
  readonly debtor: T;
  readonly creditor: T;
}): readonly [T, string, T] {
  switch (kind) {
    case 'demand':
      return [creditor, 'of', debtor];
    case 'threat':
      return [debtor, 'against', creditor];
    case 'agreement':
      return [debtor, 'with', creditor];
    default:
      return [debtor, 'to', creditor];
  }
}

/** Whether the state of a commitment was worked out of silence: its day has passed, and nothing that was read says what became of it. */
export const isSilent = ({ history }: { readonly history: readonly { readonly inferred: string | null }[] }): boolean =>
  history.at(-1)?.inferred != null;
