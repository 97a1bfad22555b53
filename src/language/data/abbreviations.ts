/**
 * Abbreviations that keep their full stop as part of the token, lower-cased, without the final stop.
 * Compiled from general reference lists of English abbreviations: titles, ranks, months, days, firms, places, units, Latin.
 * A single letter ("J.") and letters with stops between them ("U.S.", "a.m.") need no entry.
 */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `
adm al approx apr asst assn assoc atty attn aug ave
  bldg blvd bros brig
  ca capt cf cmdr co col comdr conn corp cpl ct
  dec dept dr drs
  eds esp etc
  feb figs fri ft fwd
  gen gov govs
  hon hwy
  inc insp
  jan jr jul jun
  lt ltd
  maj messrs mfg mgr mlle mme mr mrs ms mt mts
  nos nov
  oct ont
  pfc ph pp prof pvt
  rd rep reps resp rev
  sec sen sens sept sgt sr st ste supt
  thu thur thurs treas tue tues
  univ
  viz vols vs
  yr yrs
  `
    .trim()
    .split(/\s+/),
);

/** Abbreviations that are words too, lower-cased: they keep their stop only with a capital. */
export const ABBREVIATIONS_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  'ch cong del det dist div ed eng est ext fig fr inc mar min misc mo mon op pres prov sat sep sun tel vol wed'.split(' '),
);

/** States as news agencies shorten them, lower-cased: they keep their stop after a comma or a hyphen ("Austin, Tex.", "D-Pa."). */
export const STATE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo'.split(
    ' ',
  ),
);

/** Abbreviations that keep their stop only before a number ("No. 3", "p. 12"), lower-cased, without the stop. */
export const ABBREVIATIONS_BEFORE_NUMBER: ReadonlySet<string> = new Set(['art', 'no', 'p', 'para', 'sec', 'v']);
