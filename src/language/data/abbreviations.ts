/**
 * Abbreviations that keep their full stop as part of the token, lower-cased, without the final stop.
 * Compiled from general reference lists of English abbreviations: titles, ranks, months, days, firms, places, units, Latin.
 * A single letter ("J.") and letters with stops between them ("U.S.", "a.m.") need no entry.
 */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `
  adm al approx apr assn assoc asst atty attn aug ave
  bldg blvd bros brig
  ca capt cf ch cmdr co col comdr cong conn corp cpl ct
  dec del dept det dist div dr drs
  ed eds eng esp est etc ext
  feb fig figs fla fr fri ft fwd
  gen gov govs
  hon hwy
  ill inc insp
  jan jr jul jun
  kan ky
  lt ltd
  maj mar mass messrs mfg mgr min misc mlle mme mo mon mr mrs ms mt mts
  nos nov
  oct okla ont op ore
  pfc ph pp prof pres prov pvt
  rd rep reps resp rev
  sat sec sen sens sept sep sgt sr st ste supt sun
  tenn tel thu thur thurs treas tue tues
  univ
  va viz vol vols vs
  wash wed wis wyo
  yr yrs
  `
    .trim()
    .split(/\s+/),
);

/** Abbreviations that keep their stop only before a number ("No. 3", "p. 12"), lower-cased, without the stop. */
export const ABBREVIATIONS_BEFORE_NUMBER: ReadonlySet<string> = new Set(['art', 'no', 'p', 'para', 'sec', 'v']);
