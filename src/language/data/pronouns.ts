/** What a pronoun says of what it stands for. `person` 3 with `gender` null says only that it is not the speaker or the hearer. */
export interface PronounFacts {
  readonly person: 1 | 2 | 3;
  readonly gender: 'he' | 'she' | 'it' | 'they' | null;
  readonly plural: boolean;
}

const facts = (person: 1 | 2 | 3, gender: PronounFacts['gender'], plural: boolean, forms: string): [string, PronounFacts][] =>
  forms.split(' ').map((form) => [form, { person, gender, plural }]);

/** Personal, possessive and reflexive pronouns of English, lower-cased. */
export const PRONOUNS: ReadonlyMap<string, PronounFacts> = new Map([
  ...facts(1, null, false, 'i me my mine myself'),
  ...facts(1, null, true, 'we us our ours ourselves'),
  ...facts(2, null, false, 'you your yours yourself yourselves'),
  ...facts(3, 'he', false, 'he him his himself'),
  ...facts(3, 'she', false, 'she her hers herself'),
  ...facts(3, 'it', false, 'it its itself'),
  ...facts(3, 'they', true, 'they them their theirs themselves'),
]);
