import { patternAnyCase, type Recogniser } from '../recogniser.js';

/** Times that name no day: "now", "recently", "the future". TIMEX3 keeps them as PRESENT_REF, PAST_REF and FUTURE_REF. */
export const VAGUE: readonly Recogniser[] = [
  {
    name: 'present',
    pattern: patternAnyCase(
      String.raw`now|currently|current|at present|at (?:this|the) (?:moment|time|point)|nowadays|these days|this time|the present|the current time|for the moment|for now|right now|the moment|present-day`,
    ),
    build: (_, around) => {
      const written = around.text.slice(around.start, around.end).toLowerCase();
      const next = around.after(around.end - 1)?.form.toLowerCase();
      if (written === 'now' && next === 'that') return null;
      if (
        /^(?:the moment|this time|the present)$/u.test(written) &&
        !/^(?:at|for|until|by|of)$/iu.test(around.before(around.start)?.form ?? '')
      )
        return null;
      const lead = /^(?:at |for )/u.exec(written)?.[0].length ?? 0;
      return { type: 'DATE', value: 'PRESENT_REF', from: around.start + lead };
    },
  },
  {
    name: 'past',
    pattern: patternAnyCase(
      String.raw`recently|recent|lately|the past|in the past|formerly|the recent past|at the time|at that time|long ago|once upon a time|the time`,
    ),
    build: (_, around) => {
      const written = around.text.slice(around.start, around.end).toLowerCase();
      if (written === 'the time' || (written === 'the past' && around.after(around.end - 1)?.upos === 'NOUN')) return null;
      if (/^at (?:the|that) time$/u.test(written)) return null;
      return { type: 'DATE', value: 'PAST_REF', from: around.start + (/^in /u.test(written) ? 3 : 0) };
    },
  },
  {
    name: 'future',
    pattern: patternAnyCase(String.raw`the (?:near |foreseeable |distant |immediate )?future|(?:near|foreseeable) future|future`),
    build: (_, around) => {
      const written = around.text.slice(around.start, around.end);
      // "his future" is what becomes of him; "future talks" are talks to come.
      if (/^future$/iu.test(written) && around.wordAt(around.start)?.upos !== 'ADJ') return null;
      return { type: 'DATE', value: 'FUTURE_REF' };
    },
  },
];
