import type { Span } from '../document/span.js';
import type { Entity } from '../language/annotation.js';
import type { Node } from '../language/tree-view.js';
import type { Article } from './article.js';
import type { Actor, ActorDraft, ActorKind, Resolution } from './actor.js';
import { nounPhrase, spanOf } from './clauses.js';
import { countryName, countryOf } from './countries.js';
import { KNOWN_LEADERS } from './data/leaders.js';
import { BODY_OFFICES, GOVERNMENT_NOUNS, LEADERS, STATE_BODIES, STATE_OFFICES, TITLES } from './data/offices.js';
import { contains, overlaps } from './spans.js';

const PERSONAL = /^(?:he|she|him|her|his|hers|himself|herself)$/iu;
const NEUTRAL = /^(?:it|its|itself)$/iu;
const PLURAL = /^(?:they|them|their|theirs|themselves|both|some|many|others|all)$/iu;
const RELATIVE = /^(?:who|which|that|whom|whose)$/iu;
const OWN = /^(?:i|we|me|us|my|our|mine|ours|myself|ourselves)$/iu;

/**
 * The actors of one article. Names are gathered first; who a phrase or pronoun means is then asked one by one, in order of the text,
 * and descriptions that name nobody known become actors of their own.
 */
export class Actors {
  readonly #article: Article;
  readonly #all: ActorDraft[] = [];
  readonly #byMention = new Map<string, ActorDraft>();
  readonly #states = new Map<string, ActorDraft>();
  /** Whether descriptions that name nobody known become actors of their own. */
  #creating = true;

  constructor(article: Article) {
    this.#article = article;
    const { entities } = article;
    for (const entity of entities) if (entity.type === 'Person') this.#addPerson(entity);
    for (const entity of entities) if (entity.type === 'Organization' || entity.type === 'Facility') this.#addBody(entity);
    for (const entity of entities)
      if (entity.type === 'Location' || entity.type === 'NORP' || entity.type === 'Misc') this.#addPlace(entity);
    for (const actor of [...this.#all]) if (actor.kind === 'person') this.#describePerson(actor);
  }

  /** The actors in order of first mention, with ids. */
  finish(): { readonly actors: readonly Actor[]; readonly idOf: ReadonlyMap<ActorDraft, string> } {
    const named = this.#all.filter((actor) => actor.mentions.length > 0 || this.#all.some((other) => other.actsFor === actor));
    const first = (actor: ActorDraft): number => Math.min(Infinity, ...actor.mentions.map((m) => m.start));
    const ordered = [...named].sort((a, b) => first(a) - first(b));
    const idOf = new Map(ordered.map((actor, i) => [actor, `a${i + 1}`]));
    const actors = ordered.map((actor): Actor => ({
      id: idOf.get(actor) as string,
      name: actor.name,
      kind: actor.kind,
      country: actor.country,
      aliases: [...actor.aliases].filter((alias) => alias !== actor.name),
      actsFor: actor.actsFor === null ? null : (idOf.get(actor.actsFor) ?? null),
      mentions: [...actor.mentions].sort((a, b) => a.start - b.start),
    }));
    return { actors, idOf };
  }

  get all(): readonly ActorDraft[] {
    return this.#all;
  }

  /** The actor that a name in a span stands for. */
  named(span: Span): ActorDraft | null {
    for (const entity of this.#article.entitiesIn(span)) {
      const actor = this.#byMention.get(mentionKey(entity));
      if (actor !== undefined && contains(span, entity)) return actor;
    }
    return null;
  }

  /** Notes that a phrase names an actor. */
  mentioned(actor: ActorDraft, span: Span): ActorDraft {
    return this.#mention(actor, span, true);
  }

  /** Whom a noun or pronoun means; null where nobody can be told. */
  resolve(node: Node, before: ActorDraft | null = null): Resolution | null {
    const { tree } = this.#article;
    const form = node.form;
    if (this.#article.inDateline(node.start)) {
      const subject = tree
        .subtree(node)
        .find((n) => n.head === node.index && !this.#article.inDateline(n.start) && (n.upos === 'NOUN' || n.upos === 'PROPN'));
      return subject === undefined ? null : this.resolve(subject, before);
    }
    if (OWN.test(form)) return null;
    if (/^who$/iu.test(form)) {
      const person = this.#personBefore(node);
      if (person !== null) return { actor: person, inferredFrom: 'pronoun' };
    }
    if (RELATIVE.test(form) && node.upos === 'PRON') {
      const verb = this.#relativeClause(node);
      const head = verb === undefined ? undefined : tree.head(verb);
      return head === undefined || head === node ? null : this.resolve(head, before);
    }
    if (node.upos === 'PRON' || PERSONAL.test(form) || NEUTRAL.test(form) || PLURAL.test(form))
      return this.#pronoun(node, before);
    return this.#phrase(node, before);
  }

  /** Whom a noun or pronoun means among the actors that are known already; keeps nothing. */
  lookup(node: Node, before: ActorDraft | null = null): Resolution | null {
    this.#creating = false;
    try {
      return this.resolve(node, before);
    } finally {
      this.#creating = true;
    }
  }

  /** The person named right before "who". */
  #personBefore(node: Node): ActorDraft | null {
    const near = this.#article
      .entitiesIn({ start: Math.max(0, node.start - 60), end: node.start })
      .filter((e) => e.type === 'Person')
      .at(-1);
    if (near === undefined || /[.;:]\s/u.test(this.#article.text.slice(near.end, node.start))) return null;
    return this.#byMention.get(mentionKey(near)) ?? null;
  }

  #relativeClause(node: Node): Node | undefined {
    const { tree } = this.#article;
    for (let at: Node | undefined = tree.head(node); at !== undefined; at = tree.head(at)) {
      if (at.deprel.startsWith('acl')) return at;
      if (at.deprel === 'root') return undefined;
    }
    return undefined;
  }

  #pronoun(node: Node, before: ActorDraft | null): Resolution | null {
    const fits = (actor: ActorDraft): boolean =>
      PERSONAL.test(node.form)
        ? actor.kind === 'person'
        : NEUTRAL.test(node.form)
          ? actor.kind !== 'person'
          : PLURAL.test(node.form)
            ? actor.kind !== 'person'
            : true;
    const linked = this.#linked(node, fits);
    // A pronoun that goes on after a statement is most often its speaker.
    const subject = /^(?:nsubj|nmod:poss)/u.test(node.deprel);
    if (before !== null && node.deprel === 'nsubj' && NEUTRAL.test(node.form) && fits(before))
      return { actor: before, inferredFrom: 'pronoun' };
    if (before !== null && subject && fits(before) && PERSONAL.test(node.form)) return { actor: before, inferredFrom: 'pronoun' };
    if (linked !== null) return { actor: linked, inferredFrom: 'pronoun' };
    if (before !== null && fits(before)) return { actor: before, inferredFrom: 'pronoun' };
    const recent = this.#recent(node.start, fits);
    return recent === null ? null : { actor: recent, inferredFrom: 'pronoun' };
  }

  /** The nearest actor before a mention that coreference puts with it. */
  #linked(node: Node, fits: (actor: ActorDraft) => boolean): ActorDraft | null {
    const cluster = this.#article.annotation.clusters.find((c) => c.some((m) => m.start === node.start && m.end === node.end));
    if (cluster === undefined) return null;
    const ordered = [...cluster]
      .filter((m) => m.start !== node.start)
      .sort((a, b) => Math.abs(a.start - node.start) - Math.abs(b.start - node.start));
    for (const mention of ordered) {
      if (mention.start > node.start) continue;
      const actor = this.#ofMention(mention);
      if (actor !== null && fits(actor)) return actor;
    }
    return null;
  }

  #ofMention(mention: Span): ActorDraft | null {
    const { tree } = this.#article;
    const head = tree.rootOf(mention);
    if (head === undefined || head.upos === 'PRON') return null;
    const name = this.#nameAt(head);
    if (name !== null) return name;
    return (
      this.#all.find((actor) => actor.mentions.some((m) => m.start <= head.start && head.end <= m.end && overlaps(m, mention))) ??
      null
    );
  }

  #recent(before: number, fits: (actor: ActorDraft) => boolean): ActorDraft | null {
    let found: ActorDraft | null = null;
    let at = -1;
    for (const actor of this.#all) {
      if (!fits(actor)) continue;
      for (const mention of actor.mentions) {
        if (mention.start < before && mention.start > at && before - mention.start < 600) {
          at = mention.start;
          found = actor;
        }
      }
    }
    return found;
  }

  #nameAt(head: Node): ActorDraft | null {
    const entity = this.#article.entityAt(head.start);
    return entity === undefined ? null : (this.#byMention.get(mentionKey(entity)) ?? null);
  }

  #phrase(head: Node, before: ActorDraft | null): Resolution | null {
    const { tree } = this.#article;
    const nodes = nounPhrase(tree, head).filter((n) => !this.#article.inDateline(n.start));
    const span = spanOf(nodes.length > 0 ? nodes : [head]);
    const known = this.#all.find((actor) => actor.mentions.some((m) => m.start === span.start && m.end === span.end));
    if (known !== undefined) return { actor: known, inferredFrom: null };
    const several = this.#several(head, span);
    if (several !== null) return { actor: several, inferredFrom: null };
    const atHead = this.#nameAt(head) ?? this.#sameWord(head) ?? this.#appositive(head) ?? this.#closing(head, span);
    if (atHead !== null) return { actor: this.#mention(atHead, span, atHead.kind === 'person'), inferredFrom: null };
    return this.#description(head, nodes, span, before);
  }

  /** "analyst Richard Horsey": the name beside the noun that the tree hangs the phrase on. */
  #appositive(head: Node): ActorDraft | null {
    const { tree } = this.#article;
    for (const child of tree.children(head, 'appos', 'flat', 'nmod:desc', 'compound')) {
      const actor = this.#nameAt(child);
      if (actor === null) continue;
      if (actor.kind === 'person') return actor;
      // "the television channel Al Sumeria", "a rights group, the Lakes Watch"; but "Nadorian police" is no name.
      if (
        actor.kind === 'organisation' &&
        BODY.test(head.lemma) &&
        (child.deprel === 'appos' ||
          child.index > head.index ||
          /^(?:newspaper|channel|website|daily|magazine|broadcaster)$/u.test(head.lemma))
      )
        return actor;
    }
    return null;
  }

  /** A name that the tagger saw elsewhere in the article and not here. */
  #sameWord(head: Node): ActorDraft | null {
    if (head.upos !== 'PROPN') return null;
    return (
      this.#all.find(
        (actor) => actor.kind === 'person' && [...actor.aliases].some((alias) => alias.split(' ').at(-1) === head.form),
      ) ?? null
    );
  }

  /** "the president's adviser, Ann Lee": the name that ends a phrase about an office. */
  #closing(head: Node, span: Span): ActorDraft | null {
    if (!LEADERS.has(head.lemma.toLowerCase())) return null;
    const last = this.#article
      .entitiesIn({ start: span.start, end: span.end + 2 })
      .filter((e) => e.type === 'Person')
      .at(-1);
    if (last === undefined || last.end < span.end) return null;
    return /,\s*$/u.test(this.#article.text.slice(span.start, last.start))
      ? (this.#byMention.get(mentionKey(last)) ?? null)
      : null;
  }

  /** "Ardern and Kishida", "Japan and New Zealand": a joint source is one group. */
  #several(head: Node, span: Span): ActorDraft | null {
    const { tree } = this.#article;
    const others = tree.children(head, 'conj').filter((child) => child.upos === 'PROPN' || child.upos === 'NOUN');
    if (others.length === 0) return null;
    const members = [head, ...others].flatMap((node) => this.#nameAt(node) ?? this.#appositive(node) ?? []);
    if (members.length < 2) return null;
    const name = this.#article.words(span).replace(/\s+/gu, ' ');
    const key = members.map((m) => m.name).join(' and ');
    const found = this.#all.find((actor) => actor.kind === 'group' && actor.aliases.has(key));
    if (!this.#creating) return found ?? null;
    const group = found ?? this.#create(key, 'group');
    group.aliases.add(key);
    group.aliases.add(name);
    for (const member of members) {
      group.aliases.add(member.name);
      group.roles.add(member.kind === 'person' ? 'people' : 'sides');
    }
    group.mentions.push(span);
    return group;
  }

  #description(head: Node, nodes: readonly Node[], span: Span, before: ActorDraft | null): Resolution | null {
    const { tree } = this.#article;
    const noun = head.lemma.toLowerCase();
    const form = head.form.toLowerCase();
    const text = this.#article.words(span).replace(/\s+/gu, ' ');
    const owner = tree.child(head, 'nmod:poss');
    const country =
      this.#countryIn(nodes.filter((n) => n.index !== head.index || countryOf(n.form)?.role === 'demonym')) ??
      this.#countryOfOwner(owner, before);
    // Iraqis, Russians.
    const people = countryOf(head.form);
    if (people !== null && people.role === 'demonym') {
      if (!this.#creating) return null;
      return { actor: this.#keyed(text, 'group', span, people.code, null), inferredFrom: null };
    }
    if (people !== null) {
      const state = this.#state(people.code);
      return { actor: this.#mention(state, span, true), inferredFrom: null };
    }
    if ((GOVERNMENT_NOUNS.has(form) || GOVERNMENT_NOUNS.has(noun)) && country !== null) {
      const state = this.#state(country);
      return { actor: this.#mention(state, span, true), inferredFrom: null };
    }
    if (noun === 'government' && country === null) {
      const state = this.#mainState(head.start);
      if (state !== null) return { actor: this.#mention(state, span, true), inferredFrom: 'description' };
    }
    const plural = head.features['Number'] === 'Plur' || /^(?:people|police)$/u.test(form);
    // "the two leaders", "both sides".
    if (plural && /^(?:the |these |those |both )?(?:two|both|three) /iu.test(text)) {
      const members = LEADERS.has(noun) || /^(?:man|woman|politician)$/u.test(noun) ? 'people' : 'sides';
      const group = this.#all.findLast(
        (actor) => actor.kind === 'group' && actor.roles.has(members) && actor.mentions.some((m) => m.start < head.start),
      );
      if (group !== undefined) return { actor: this.#mention(group, span, true), inferredFrom: 'description' };
    }
    if (!plural && LEADERS.has(noun)) {
      const person = this.#holder(nodes, noun, country, head.start, before);
      if (person !== null && country !== null && person.country === null) {
        person.country = country;
        person.actsFor ??= this.#state(country);
      }
      if (person !== null) return { actor: this.#mention(person, span, true), inferredFrom: 'description' };
    }
    const definite = /^(?:the|this|that|its|his|her|their)\b/iu.test(text);
    if (definite && !plural) {
      const body = this.#bodyCalled(noun, head.start, country, nodes);
      if (body !== null) return { actor: this.#mention(body, span, true), inferredFrom: 'description' };
      const linked = this.#linkedPhrase(span);
      if (linked !== null && (linked.kind !== 'person' || LEADERS.has(noun)))
        return { actor: this.#mention(linked, span, false), inferredFrom: 'description' };
    }
    if (!canAct(head) || !this.#creating) return null;
    // Sources without a name, an office or a side are nobody in particular.
    if (!plural && ANYBODY.test(noun) && country === null) return null;
    const kind: ActorKind = plural
      ? 'group'
      : STATE_BODIES.has(noun) || BODY.test(noun)
        ? 'organisation'
        : PERSON_NOUN.test(noun)
          ? 'person'
          : 'group';
    const state =
      country !== null && (STATE_BODIES.has(noun) || STATE_BODIES.has(form) || STATE_OFFICES.has(noun))
        ? this.#state(country)
        : null;
    const body =
      tree
        .children(head, 'nmod', 'compound')
        .map((n) => this.#nameAt(n))
        .find((a) => a !== null && a.kind !== 'person') ?? null;
    const actor = this.#keyed(
      text,
      kind,
      span,
      country ?? body?.country ?? null,
      state ?? (BODY_OFFICES.has(noun) ? body : null),
    );
    return { actor, inferredFrom: null };
  }

  /** A country named or meant inside a phrase. */
  #countryIn(nodes: readonly Node[]): string | null {
    const text = this.#article.text;
    for (let i = 0; i < nodes.length; i++) {
      for (const length of [3, 2, 1]) {
        const part = nodes.slice(i, i + length);
        if (part.length < length) continue;
        const written = text.slice((part[0] as Node).start, (part.at(-1) as Node).end).replace(/\s+/gu, ' ');
        if (!/^\p{Lu}/u.test(written)) continue;
        const found = countryOf(written);
        if (found !== null) return found.code;
      }
    }
    return null;
  }

  #countryOfOwner(owner: Node | undefined, before: ActorDraft | null): string | null {
    if (owner === undefined) return null;
    if (owner.upos !== 'PRON') return this.#nameAt(owner)?.country ?? null;
    return this.#pronoun(owner, before)?.actor.country ?? null;
  }

  /** Who holds the office that a description names: "the Russian leader", "the minister". */
  #holder(
    nodes: readonly Node[],
    noun: string,
    country: string | null,
    at: number,
    before: ActorDraft | null,
  ): ActorDraft | null {
    const words = nodes
      .map((n) => n.lemma.toLowerCase())
      .filter((w) => w.length > 2 && !/^(?:the|this|that|former|senior|top)$/u.test(w) && countryOf(w) === null);
    let best: ActorDraft | null = null;
    let score = 0;
    for (const actor of this.#all) {
      if (actor.kind !== 'person') continue;
      const nearest = Math.max(-Infinity, ...actor.mentions.filter((m) => m.start < at).map((m) => m.start));
      if (nearest === -Infinity) continue;
      if (country !== null && actor.country !== null && actor.country !== country) continue;
      const shared = words.filter((w) => actor.roles.has(w)).length;
      const same = country !== null && actor.country === country;
      const leads =
        noun === 'leader' &&
        ['president', 'premier', 'prime', 'king', 'chancellor', 'leader', 'emir', 'chairman'].some((r) => actor.roles.has(r));
      const lesser =
        noun === 'leader' &&
        !leads &&
        (actor.roles.has('minister') || actor.roles.has('spokesman') || actor.roles.has('secretary'));
      const near = actor === before && !lesser ? 2 : 0;
      const value = shared * 2 + (same ? 1.5 : 0) + (leads ? 1 : 0) + near - Math.min(1, (at - nearest) / 4000);
      const enough =
        actor.roles.has(noun) ||
        leads ||
        (near > 0 && (country === null || actor.country === null || same)) ||
        (same && (noun === 'leader' || noun === 'official' || noun === 'president'));
      if (enough && value > score) {
        score = value;
        best = actor;
      }
    }
    return best;
  }

  #bodyCalled(noun: string, at: number, country: string | null = null, nodes: readonly Node[] = []): ActorDraft | null {
    const words = nodes
      .filter((n) => (n.upos === 'ADJ' || n.upos === 'NOUN') && n.lemma.toLowerCase() !== noun && countryOf(n.form) === null)
      .map((n) => n.lemma.toLowerCase().slice(0, 5));
    let found: ActorDraft | null = null;
    let nearest = -1;
    for (const actor of this.#all) {
      if (actor.kind === 'person' || actor.kind === 'state') continue;
      // A group is called by the last word of its name: "the military junta", "the junta".
      if (actor.kind === 'group' && ![actor.name, ...actor.aliases].some((name) => name.toLowerCase().split(' ').at(-1) === noun))
        continue;
      if (country !== null && actor.country !== country && actor.actsFor?.country !== country && actor.country !== null) continue;
      const names = [actor.name, ...actor.aliases].join(' ').toLowerCase();
      if (
        !new RegExp(`\\b${noun.replace(/\W/gu, '')}\\b`, 'u').test(names) &&
        !(noun === 'union' && /congress|association/u.test(names))
      )
        continue;
      if (words.some((word) => !names.includes(word))) continue;
      for (const m of actor.mentions) if (m.start < at && m.start > nearest) [nearest, found] = [m.start, actor];
    }
    return found;
  }

  #linkedPhrase(span: Span): ActorDraft | null {
    const cluster = this.#article.annotation.clusters.find((c) => c.some((m) => m.start === span.start || m.end === span.end));
    if (cluster === undefined) return null;
    for (const mention of [...cluster].reverse()) {
      if (mention.start >= span.start) continue;
      const actor = this.#ofMention(mention);
      if (actor !== null) return actor;
    }
    return null;
  }

  /** The state that an article is about where it says "the government": the one named most often before, or at all. */
  #mainState(at: number): ActorDraft | null {
    let best: ActorDraft | null = null;
    let most = 0;
    for (const state of this.#states.values()) {
      const count = state.mentions.filter((m) => m.start < at).length + state.mentions.length / 2;
      if (count > most) [best, most] = [state, count];
    }
    return best;
  }

  #mention(actor: ActorDraft, span: Span, name: boolean): ActorDraft {
    if (!this.#creating) return actor;
    if (!actor.mentions.some((m) => m.start === span.start && m.end === span.end)) actor.mentions.push(span);
    const text = this.#article.words(span).replace(/\s+/gu, ' ');
    if (name && text.length <= 60 && !text.includes(',')) actor.aliases.add(text);
    return actor;
  }

  #create(name: string, kind: ActorKind): ActorDraft {
    const actor: ActorDraft = { name, kind, country: null, actsFor: null, aliases: new Set(), mentions: [], roles: new Set() };
    this.#all.push(actor);
    return actor;
  }

  /** An actor without a name: one for each description, articles aside. */
  #keyed(text: string, kind: ActorKind, span: Span, country: string | null, actsFor: ActorDraft | null): ActorDraft {
    const key = plain(text);
    const found = this.#all.find(
      (actor) => actor.kind === kind && (plain(actor.name) === key || [...actor.aliases].some((a) => plain(a) === key)),
    );
    const actor = found ?? this.#create(text.replace(/^(?:the|a|an|some|many|these|those) /iu, ''), kind);
    actor.country ??= country;
    actor.actsFor ??= actsFor;
    return this.#mention(actor, span, true);
  }

  #state(code: string): ActorDraft {
    const known = this.#states.get(code);
    if (known !== undefined) return known;
    const state = this.#create(countryName(code), 'state');
    state.country = code;
    this.#states.set(code, state);
    return state;
  }

  #addPerson(entity: Entity): void {
    const words = this.#article
      .words(entity)
      .replace(/\s+/gu, ' ')
      .replace(/[’']s?$/u, '');
    const place = words.includes(' ') ? null : countryOf(words);
    if (place !== null && place.role !== 'demonym') {
      this.#nameState(place.code, entity, words);
      return;
    }
    const parts = words.split(' ').filter((part) => part !== '');
    while (parts.length > 1 && TITLES.has((parts[0] as string).toLowerCase().replace(/\.$/u, ''))) parts.shift();
    const name = parts.join(' ');
    const surname = fold(parts.at(-1) as string);
    if (/^(?:jr\.?|sr\.?|ii|iii)$/iu.test(parts.at(-1) as string) && parts.length > 1) parts.pop();
    const candidates = this.#all.filter((actor) => actor.kind === 'person' && actor.aliases.size > 0);
    const sameName = candidates.find((actor) => actor.aliases.has(name));
    let actor = sameName;
    if (actor === undefined && parts.length === 1) {
      // A surname alone: the last person named in full who bears it, by any part of the name.
      actor = candidates.findLast((a) => [...a.aliases].some((alias) => alias.split(' ').some((part) => fold(part) === surname)));
    } else if (actor === undefined) {
      // A longer or shorter form of one name: "Luis Lacalle", "Luis Lacalle Pou".
      actor = candidates.find((a) => [...a.aliases].some((alias) => isForm(alias, name)));
      if (actor === undefined) {
        const bare = candidates.filter(
          (a) => [...a.aliases].every((alias) => !alias.includes(' ')) && [...a.aliases].some((alias) => fold(alias) === surname),
        );
        actor = bare.length === 1 ? bare[0] : undefined;
      }
    }
    actor ??= this.#create(name, 'person');
    if (name.length > actor.name.length) actor.name = name;
    actor.aliases.add(name);
    actor.mentions.push({ start: entity.start, end: entity.end });
    this.#byMention.set(mentionKey(entity), actor);
  }

  #addBody(entity: Entity): void {
    const words = this.#article
      .words(entity)
      .replace(/\s+/gu, ' ')
      .replace(/[’']s?$/u, '');
    const country = countryOf(words);
    if (country !== null && country.role !== 'demonym') {
      this.#nameState(country.code, entity, words);
      return;
    }
    if (entity.type === 'Facility') return;
    const after = /^\s*\(\s*([\p{Lu}][\p{L}.&-]{1,9})['’s]*\s*\)/u.exec(this.#article.text.slice(entity.end))?.[1];
    const names = [words, ...(after === undefined ? [] : [after])];
    const found = this.#all.find(
      (actor) =>
        actor.kind === 'organisation' &&
        names.some((name) =>
          [...actor.aliases].some(
            (alias) => plain(alias) === plain(name) || isAcronym(name, alias) || isAcronym(alias, name) || isShort(alias, name),
          ),
        ),
    );
    const actor = found ?? this.#create(words.replace(/^the /iu, ''), 'organisation');
    for (const name of names) actor.aliases.add(name);
    if (words.length > actor.name.length && !words.includes('(')) actor.name = words.replace(/^the /iu, '');
    actor.mentions.push({ start: entity.start, end: entity.end });
    const inName = this.#countryIn(this.#article.tree.within(entity));
    actor.country ??= inName;
    if (inName !== null && STATE_BODIES.has(words.split(' ').at(-1)?.toLowerCase() ?? '')) actor.actsFor ??= this.#state(inName);
    if (inName !== null && /\b(?:Ministry|Department|Army|Navy|Embassy|Government)\b/u.test(words))
      actor.actsFor ??= this.#state(inName);
    this.#byMention.set(mentionKey(entity), actor);
  }

  #addPlace(entity: Entity): void {
    const words = this.#article
      .words(entity)
      .replace(/\s+/gu, ' ')
      .replace(/[’']s?$/u, '');
    const country = countryOf(words);
    const { tree } = this.#article;
    const head = tree.rootOf(entity);
    if (country !== null && entity.type !== 'NORP') {
      if (country.role === 'demonym') return;
      if (country.role === 'capital' && (head === undefined || !acts(head))) return;
      this.#nameState(country.code, entity, words);
      return;
    }
    if (country !== null || entity.type !== 'Location' || head === undefined || !acts(head)) return;
    // A place that speaks or acts is a state or a body of people, though no list has it.
    const found = this.#all.find((actor) => actor.kind === 'state' && plain(actor.name) === plain(words));
    const actor = found ?? this.#create(words.replace(/^the /iu, ''), 'state');
    actor.aliases.add(words);
    actor.mentions.push({ start: entity.start, end: entity.end });
    this.#byMention.set(mentionKey(entity), actor);
  }

  #nameState(code: string, entity: Entity, words: string): void {
    const state = this.#state(code);
    state.aliases.add(words);
    state.mentions.push({ start: entity.start, end: entity.end });
    this.#byMention.set(mentionKey(entity), state);
  }

  /** Country, offices and the body that a person speaks for, from what stands with the name: "Russian Foreign Minister", "spokesman for the ministry". */
  #describePerson(actor: ActorDraft): void {
    const { tree } = this.#article;
    for (const mention of [...actor.mentions]) {
      const entity = this.#article.entityAt(mention.start);
      const head = tree.rootOf(mention);
      if (entity === undefined || head === undefined) continue;
      const around = this.#around(head, mention, actor);
      for (const node of around) actor.roles.add(node.lemma.toLowerCase());
      const offices = around.filter((n) => STATE_OFFICES.has(n.lemma.toLowerCase()) || BODY_OFFICES.has(n.lemma.toLowerCase()));
      const country = this.#countryIn(around);
      if (country !== null) actor.country ??= country;
      if (offices.length === 0 || actor.actsFor !== null) continue;
      const body = around.map((n) => this.#nameAt(n)).find((a) => a !== null && a.kind === 'organisation') ?? null;
      const bodyNoun = around.find(
        (n) =>
          n.upos === 'NOUN' && (STATE_BODIES.has(n.lemma.toLowerCase()) || BODY.test(n.lemma)) && n.deprel.startsWith('nmod'),
      );
      const office = offices.find((n) => /^commissioner$/iu.test(n.lemma));
      const commission =
        office === undefined
          ? undefined
          : this.#all.find(
              (a) =>
                a.kind === 'organisation' &&
                /commission/iu.test(a.name) &&
                around.some((n) => n.form.length > 4 && a.name.includes(n.form)),
            );
      if (body !== null) actor.actsFor = body;
      else if (commission !== undefined) actor.actsFor = commission;
      else if (bodyNoun !== undefined && this.#bodyCalled(bodyNoun.lemma.toLowerCase(), Infinity) !== null)
        actor.actsFor = this.#bodyCalled(bodyNoun.lemma.toLowerCase(), Infinity);
      else if (country !== null && offices.some((n) => STATE_OFFICES.has(n.lemma.toLowerCase())))
        actor.actsFor = this.#state(country);
      else {
        const state = around.map((n) => this.#nameAt(n)).find((a) => a !== null && a.kind === 'state') ?? null;
        if (state !== null) actor.actsFor = state;
      }
      if (actor.actsFor !== null) actor.country ??= actor.actsFor.country;
    }
    const known = [...actor.aliases]
      .map((alias) => KNOWN_LEADERS.get(alias.split(' ').at(-1) as string))
      .find((l) => l !== undefined);
    if (
      known !== undefined &&
      (actor.country === null || actor.country === known.country) &&
      (!actor.name.includes(' ') ||
        fold(actor.name) === fold(known.name) ||
        known.name.split(' ')[0] === actor.name.split(' ')[0])
    ) {
      actor.country ??= known.country;
      actor.actsFor ??= this.#state(known.country);
      actor.aliases.add(actor.name);
      if (!actor.name.includes(' ')) actor.name = known.name;
    }
    for (const word of actor.roles) if (!/^\p{L}/u.test(word)) actor.roles.delete(word);
  }

  /** Words of office and origin around a name: in its phrase, and in an apposition to it. */
  #around(head: Node, mention: Span, actor: ActorDraft): readonly Node[] {
    const { tree } = this.#article;
    // The tree may hang the name on its title, or the title on the name.
    const top = tree.head(head);
    const titled =
      top !== undefined &&
      /^(?:flat|appos|nmod:desc|compound)/u.test(head.deprel) &&
      (top.upos === 'NOUN' || top.upos === 'PROPN') &&
      !this.#isPerson(top)
        ? top
        : head;
    const phrase = tree.subtree(
      titled,
      (child) => /^(?:acl|advcl|conj|parataxis|cc|punct|ccomp)/u.test(child.deprel) && child.head === titled.index,
    );
    const near = phrase.filter((n) => (n.start < mention.end ? mention.start - n.end < 140 : n.start - mention.end < 160));
    const named = new Set([...actor.aliases].flatMap((alias) => alias.split(' ')));
    const inside = tree.within(mention).filter((n) => !named.has(n.form));
    const outside = near.filter((n) => !(n.start >= mention.start && n.end <= mention.end) && n.upos !== 'PUNCT');
    return [...inside, ...outside];
  }

  #isPerson(node: Node): boolean {
    return this.#article.entityAt(node.start)?.type === 'Person';
  }
}

const mentionKey = (span: Span): string => `${span.start}-${span.end}`;
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:the|a|an|some|many|these|those|all|its|their|his|her|all the|various) /u, '')
    .replace(/[’']s?$/u, '')
    .trim();
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether one name is a form of another: the same first and last word, or a run of the other's words. */
function isForm(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  if (x === y) return true;
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  return (
    short.includes(' ') &&
    (` ${long} `.includes(` ${short} `) ||
      (long.split(' ')[0] === short.split(' ')[0] && near(long.split(' ').at(-1) as string, short.split(' ').at(-1) as string)))
  );
}

/** Whether two spellings differ by one letter at most: "Zeya", "Zeyar". */
function near(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1);
}

/** "AAPP" of "Assistance Association of Political Prisoners". */
function isAcronym(short: string, long: string): boolean {
  if (!/^[\p{Lu}.&]{2,8}$/u.test(short) || !long.includes(' ')) return false;
  const initials = long
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
  return initials === short.replace(/\./gu, '');
}

/** "Bikalpadhara" of "Bikalpadhara Bangladesh": a first word that no other body begins with is its name. */
const isShort = (a: string, b: string): boolean => {
  const [x, y] = [plain(a), plain(b)];
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  return short.length >= 5 && long.startsWith(`${short} `);
};

/** Whether a place stands where those who act stand: subject, agent, possessor, or one of two sides. */
const acts = (head: Node): boolean => /^(?:nsubj|nsubj:pass|nmod:poss|obl:agent|conj|obj|iobj|root)$/u.test(head.deprel);

const PERSON_NOUN =
  /(?:er|or|man|woman|ist|ent|ant|ian|ee|source|chief|head|person|official|minister|diplomat|analyst|envoy|aide|wife|husband|relative|son|daughter|mother|father|king|queen|witness|expert|captain|victim)$/u;
const BODY =
  /(?:agency|association|assembly|authority|bank|board|body|bureau|cabinet|chamber|church|club|coalition|commission|committee|company|confederation|congress|council|court|daily|department|embassy|federation|firm|foundation|front|group|house|institute|junta|media|militia|ministry|movement|network|newspaper|office|organi[sz]ation|panel|parliament|party|police|report|statement|syndicate|team|tribunal|union|university|watchdog|website|channel|broadcaster|paper|magazine|court|bench|regulator|alliance|bloc|regime|army|opposition|crowd|industry)$/u;
const ANYBODY = /^(?:source|person|someone|somebody|everyone|resident|witness|man|woman|one|anyone|insider|relative)$/u;
const canAct = (head: Node): boolean =>
  head.upos === 'NOUN' || head.upos === 'PROPN' || head.upos === 'ADJ' || head.upos === 'NUM';
