/** Words that stand in any news of conflict and talks, and so say little of which matter is meant. */
export const COMMON: readonly string[] = ['agree', 'agreement', 'announce', 'answer', 'ask', 'become', 'begin', 'bring', 'call', 'capital', 'claim', 'come', 'condition', 'continue', 'could', 'country', 'crisis', 'deadline', 'deal', 'declare', 'demand', 'end', 'find', 'first', 'foreign', 'get', 'give', 'go', 'good', 'government', 'group', 'hold', 'hour', 'house', 'inform', 'issue', 'keep', 'know', 'last', 'leader', 'leave', 'let', 'made', 'make', 'man', 'may', 'member', 'men', 'minister', 'month', 'need', 'never', 'next', 'no', 'number', 'offer', 'office', 'official', 'one', 'part', 'people', 'place', 'position', 'president', 'prime', 'promise', 'put', 'ready', 'reply', 'report', 'right', 'same', 'second', 'see', 'set', 'several', 'should', 'side', 'situation', 'speak', 'state', 'statement', 'stop', 'support', 'take', 'tell', 'three', 'time', 'today', 'together', 'tomorrow', 'two', 'until', 'use', 'want', 'way', 'within', 'without', 'word', 'work', 'world', 'would', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'morning', 'night', 'evening', 'yesterday', 'still', 'already', 'again', 'even', 'back', 'against', 'before', 'between', 'among', 'like', 'many', 'most', 'much', 'both', 'every', 'each', 'other', 'another', 'less', 'than', 'wrong', 'beyond', 'lot', 'thing', 'ever', 'early', 'late', 'long', 'mean', 'think', 'believe']; // prettier-ignore

/**
 * Words that news of conflict and talks uses for one thing, a group a line; the first one stands for all. Chosen by hand for the vocabulary
 * of the PLOVER event types (what is done to whom with what); not from any corpus.
 */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['free', 'release', 'liberate', 'freed'],
  ['shut', 'close', 'closure', 'block', 'blockade', 'seal'],
  ['open', 'reopen', 'unblock'],
  ['troop', 'soldier', 'troops', 'soldiers', 'serviceman', 'servicemen', 'infantry'],
  ['ship', 'vessel', 'boat', 'warship', 'freighter', 'corvette', 'frigate'],
  ['weapon', 'weapons', 'arms', 'weaponry', 'rifle', 'rifles', 'armament'],
  ['surrender', 'disarm', 'disarmament'],
  ['pay', 'payment', 'paid', 'compensate', 'compensation', 'reimburse', 'instalment', 'installment', 'repay', 'settle'],
  ['truce', 'ceasefire', 'cease-fire', 'armistice'],
  ['prisoner', 'prisoners', 'captive', 'captives', 'hostage', 'hostages', 'detainee', 'detainees', 'captured'],
  ['meeting', 'talks', 'negotiation', 'negotiations', 'negotiate', 'summit', 'dialogue'],
  ['shell', 'shells', 'shelled', 'shelling', 'bomb', 'bombard', 'bombardment', 'bombing', 'artillery'],
  ['fire', 'shoot', 'shot', 'shots', 'gunfire', 'fired'],
  ['withdraw', 'withdrawal', 'retreat', 'pullout', 'pull-out', 'leave', 'left', 'quit', 'evacuate'],
  ['remove', 'removal', 'removed', 'dismantle', 'clear', 'clearing'],
  ['expel', 'expulsion', 'expelled', 'deport', 'deportation', 'evict'],
  ['envoy', 'ambassador', 'emissary'],
  ['doctor', 'doctors', 'physician', 'medic', 'medics'],
  ['crew', 'sailor', 'sailors', 'seaman', 'seamen'],
  ['inspect', 'inspection', 'inspector', 'inspectors', 'observer', 'observers', 'monitor', 'monitors'],
  ['publish', 'publication', 'disclose', 'publishing'],
  ['aid', 'relief', 'assistance', 'humanitarian'],
  ['kill', 'killed', 'killing', 'dead', 'death', 'deaths'],
  ['attack', 'assault', 'raid', 'strike', 'strikes'],
  ['answer', 'reply', 'respond', 'response'],
  ['join', 'accession', 'membership', 'accede'],
  ['vote', 'referendum', 'ballot', 'poll', 'election'],
  ['tax', 'tariff', 'tariffs', 'levy', 'duties'],
  ['rebel', 'rebels', 'insurgent', 'insurgents', 'guerrilla', 'guerrillas', 'fighter', 'fighters', 'militant', 'militants'],
  ['cross', 'crossed', 'crossing'],
  ['strait', 'channel', 'waterway'],
  ['pump', 'pumps', 'pumping'],
  ['grain', 'wheat', 'cereal'],
  ['fund', 'funds', 'funding', 'finance', 'money'],
  ['arrest', 'detain', 'detention', 'detained', 'seize', 'seized', 'seizure'],
  ['sanction', 'sanctions', 'embargo'],
  ['border', 'frontier'],
];
