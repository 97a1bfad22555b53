import type { Node } from '../language/tree-view.js';

/** Nouns for one person, by their endings and by name. */
export const PERSON_NOUN =
  /(?:er|or|man|woman|ist|ent|ant|ian|ee|source|chief|head|person|official|minister|diplomat|analyst|envoy|aide|wife|husband|relative|son|daughter|mother|father|king|queen|witness|expert|captain|victim)$/u;
/** Nouns for a body of people. */
export const BODY =
  /(?:agency|association|assembly|authority|bank|board|body|bureau|cabinet|chamber|church|club|coalition|commission|committee|company|confederation|congress|council|court|daily|department|embassy|federation|firm|foundation|front|group|house|institute|junta|media|militia|ministry|movement|network|newspaper|office|organi[sz]ation|panel|parliament|party|police|report|statement|syndicate|team|tribunal|union|university|watchdog|website|channel|broadcaster|paper|magazine|court|bench|regulator|alliance|bloc|regime|army|opposition|crowd|industry)$/u;
/** Nouns for nobody in particular. */
export const ANYBODY = /^(?:source|person|someone|somebody|everyone|resident|witness|man|woman|one|anyone|insider|relative)$/u;
/** Whether a word can stand for somebody who acts. */
export const canAct = (head: Node): boolean =>
  head.upos === 'NOUN' || head.upos === 'PROPN' || head.upos === 'ADJ' || head.upos === 'NUM';
