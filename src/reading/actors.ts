import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import type { Actor, ActorDraft, ActorKind, Resolution } from './actor.js';
import { ANYBODY, BODY, canAct, PERSON_NOUN } from './actor-nouns.js';
import { ActorRegistry } from './actor-registry.js';
import type { Article } from './article.js';
import { nounPhrase, spanOf } from './clauses.js';
import { BODY_OFFICES, GOVERNMENT_NOUNS, LEADERS, STATE_BODIES, STATE_OFFICES } from './data/offices.js';
import { plain } from './name-forms.js';
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
  readonly #registry: ActorRegistry;
  /** Whether descriptions that name nobody known become actors of their own. */
  #creating = true;

  constructor(article: Article) {
    this.#article = article;
    this.#registry = new ActorRegistry(article);
  }

  /** The actors in order of first mention, with ids. */
  finish(acting: ReadonlySet<ActorDraft> = new Set()): {
    readonly actors: readonly Actor[];
    readonly idOf: ReadonlyMap<ActorDraft, string>;
  } {
    return this.#registry.finish(acting);
  }

  /** The actor that a name in a span stands for. */
  named(span: Span): ActorDraft | null {
    for (const entity of this.#article.entitiesIn(span)) {
      const actor = this.#registry.ofEntity(entity);
      if (actor !== undefined && contains(span, entity)) return actor;
    }
    return null;
  }

  /** The state of a country, by ISO 3166-1 alpha-3. */
  state(code: string): ActorDraft {
    return this.#registry.state(code);
  }

  get all(): readonly ActorDraft[] {
    return this.#registry.all;
  }

  /** The state or body named last before a place that is not the side of `speaker`. */
  stateBefore(at: number, speaker: ActorDraft | null): ActorDraft | null {
    let found: ActorDraft | null = null;
    let nearest = -1;
    for (const actor of this.#registry.all) {
      if (actor.kind !== 'state' || actor === speaker || actor === speaker?.actsFor) continue;
      for (const m of actor.mentions) if (m.start < at && m.start > nearest) [nearest, found] = [m.start, actor];
    }
    return found;
  }

  /** The actor whom a stretch of text mentions first. */
  firstIn({ start, end }: Span): ActorDraft | null {
    let found: ActorDraft | null = null;
    let at = end;
    for (const actor of this.#registry.all)
      for (const mention of actor.mentions)
        if (mention.start >= start && mention.start < at) [at, found] = [mention.start, actor];
    return found;
  }

  /** Notes who is meant wherever a description names an office of a state, asked about or not: "the Velmaran president". */
  noteOffices(): void {
    const { tree } = this.#article;
    for (const node of tree.nodes) {
      if (node.upos !== 'NOUN' || !LEADERS.has(node.lemma.toLowerCase()) || this.#article.isQuoted(node.start)) continue;
      if (this.#article.entityAt(node.start)?.type === 'Person' || /^(?:compound|flat|nmod:desc)$/u.test(node.deprel)) continue;
      const nodes = nounPhrase(tree, node).filter((n) => !this.#article.inDateline(n.start));
      const country = this.#registry.countryIn(nodes);
      if (!/^(?:the|its|their)\b/iu.test(this.#article.words(spanOf(nodes.length > 0 ? nodes : [node]))) && country === null)
        continue;
      if (country !== null && STATE_OFFICES.has(node.lemma.toLowerCase())) this.resolve(node);
      else {
        const known = this.lookup(node);
        if (known !== null && known.actor.kind === 'person') this.#registry.mention(known.actor, spanOf(nodes), true);
      }
    }
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
    // A name that the tagger took for a pronoun is none.
    const pronoun = node.upos === 'PRON' && !(/^\p{Lu}/u.test(form) && this.#sameWord(node) !== null);
    if (pronoun || PERSONAL.test(form) || NEUTRAL.test(form) || PLURAL.test(form)) return this.#pronoun(node, before);
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
    return this.#registry.ofEntity(near);
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
    const name = this.#registry.nameAt(head);
    if (name !== null) return name;
    return (
      this.#registry.all.find((actor) =>
        actor.mentions.some((m) => m.start <= head.start && head.end <= m.end && overlaps(m, mention)),
      ) ?? null
    );
  }

  #recent(before: number, fits: (actor: ActorDraft) => boolean): ActorDraft | null {
    let found: ActorDraft | null = null;
    let at = -1;
    for (const actor of this.#registry.all) {
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

  #phrase(head: Node, before: ActorDraft | null): Resolution | null {
    const { tree } = this.#article;
    const nodes = nounPhrase(tree, head).filter((n) => !this.#article.inDateline(n.start));
    const span = spanOf(nodes.length > 0 ? nodes : [head]);
    const known = this.#registry.all.find((actor) => actor.mentions.some((m) => m.start === span.start && m.end === span.end));
    if (known !== undefined) return { actor: known, inferredFrom: null };
    const several = this.#several(head, span);
    if (several !== null) return { actor: several, inferredFrom: null };
    const atHead = this.#registry.nameAt(head) ?? this.#sameWord(head) ?? this.#appositive(head) ?? this.#closing(head, span);
    if (atHead !== null) return { actor: this.#mention(atHead, span, atHead.kind === 'person'), inferredFrom: null };
    return this.#description(head, nodes, span, before);
  }

  /** "analyst Richard Horsey": the name beside the noun that the tree hangs the phrase on. */
  #appositive(head: Node): ActorDraft | null {
    const { tree } = this.#article;
    for (const child of tree.children(head, 'appos', 'flat', 'nmod:desc', 'compound')) {
      const actor = this.#registry.nameAt(child);
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
      // "the operator, Nordkaj"
      if (actor.kind === 'organisation' && child.deprel === 'appos' && FIRM.test(head.lemma)) return actor;
    }
    return null;
  }

  /** A name that the tagger saw elsewhere in the article and not here. */
  #sameWord(head: Node): ActorDraft | null {
    if (!/^\p{Lu}\p{Ll}/u.test(head.form) || this.#article.countryOf(head.form) !== null) return null;
    return (
      this.#registry.all.find(
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
    return /,\s*$/u.test(this.#article.text.slice(span.start, last.start)) ? this.#registry.ofEntity(last) : null;
  }

  /** "Ardern and Kishida", "Japan and New Zealand": a joint source is one group. */
  #several(head: Node, span: Span): ActorDraft | null {
    const { tree } = this.#article;
    const others = tree.children(head, 'conj').filter((child) => child.upos === 'PROPN' || child.upos === 'NOUN');
    if (others.length === 0) return null;
    const members = [head, ...others].flatMap((node) => this.#registry.nameAt(node) ?? this.#appositive(node) ?? []);
    if (members.length < 2) return null;
    const name = this.#article.words(span).replace(/\s+/gu, ' ');
    const key = members.map((m) => m.name).join(' and ');
    const found = this.#registry.all.find((actor) => actor.kind === 'group' && actor.aliases.has(key));
    if (!this.#creating) return found ?? null;
    const group = found ?? this.#registry.create(key, 'group');
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
      this.#registry.countryIn(
        nodes.filter((n) => n.index !== head.index || this.#article.countryOf(n.form)?.role === 'demonym'),
      ) ?? this.#countryOfOwner(owner, before);
    // Iraqis, Russians.
    const people = this.#article.countryOf(head.form);
    if (people !== null && people.role === 'demonym') {
      if (!this.#creating) return null;
      return { actor: this.#keyed(text, 'group', span, people.code, null), inferredFrom: null };
    }
    if (people !== null) {
      const state = this.#registry.state(people.code);
      return { actor: this.#mention(state, span, true), inferredFrom: null };
    }
    if ((GOVERNMENT_NOUNS.has(form) || GOVERNMENT_NOUNS.has(noun)) && country !== null) {
      const state = this.#registry.state(country);
      return { actor: this.#mention(state, span, true), inferredFrom: null };
    }
    if (noun === 'government' && country === null && head.features['Number'] !== 'Plur') {
      const state = this.#mainState(head.start);
      if (state !== null) return { actor: this.#mention(state, span, true), inferredFrom: 'description' };
    }
    const plural = head.features['Number'] === 'Plur' || /^(?:people|police)$/u.test(form);
    // "the two leaders", "both sides".
    if (plural && /^(?:the |these |those |both )?(?:two|both|three) /iu.test(text)) {
      const members = LEADERS.has(noun) || /^(?:man|woman|politician)$/u.test(noun) ? 'people' : 'sides';
      const group = this.#registry.all.findLast(
        (actor) => actor.kind === 'group' && actor.roles.has(members) && actor.mentions.some((m) => m.start < head.start),
      );
      if (group !== undefined) return { actor: this.#mention(group, span, true), inferredFrom: 'description' };
    }
    // "a spokesman" is one of whom nothing has been said yet.
    if (!plural && LEADERS.has(noun) && !/^(?:an?|another|one|some)\s/iu.test(text)) {
      const person = this.#holder(nodes, noun, country, head.start, before);
      if (person !== null && country !== null && person.country === null) {
        person.country = country;
        person.actsFor ??= this.#registry.state(country);
      }
      if (person !== null) return { actor: this.#mention(person, span, true), inferredFrom: 'description' };
    }
    const definite = /^(?:the|this|that|its|his|her|their)\b/iu.test(text);
    if (definite && !plural) {
      const body = this.#registry.bodyCalled(noun, head.start, country, nodes);
      if (body !== null) return { actor: this.#mention(body, span, true), inferredFrom: 'description' };
      const linked = this.#linkedPhrase(span);
      const apart =
        linked !== null &&
        ((country !== null && linked.country !== null && linked.country !== country) || otherPortfolio(nodes, linked));
      if (linked !== null && !apart && (linked.kind !== 'person' || LEADERS.has(noun)))
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
        ? this.#registry.state(country)
        : null;
    const body =
      tree
        .children(head, 'nmod', 'compound')
        .map((n) => this.#registry.nameAt(n))
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

  #countryOfOwner(owner: Node | undefined, before: ActorDraft | null): string | null {
    if (owner === undefined) return null;
    if (owner.upos !== 'PRON') return this.#registry.nameAt(owner)?.country ?? null;
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
      .filter((w) => w.length > 2 && !/^(?:the|this|that|former|senior|top)$/u.test(w) && this.#article.countryOf(w) === null);
    let best: ActorDraft | null = null;
    let score = 0;
    for (const actor of this.#registry.all) {
      if (actor.kind !== 'person') continue;
      if (otherPortfolio(nodes, actor)) continue;
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
    for (const state of this.#registry.states) {
      const count = state.mentions.filter((m) => m.start < at).length + state.mentions.length / 2;
      if (count > most) [best, most] = [state, count];
    }
    return best;
  }

  /** An actor without a name: one for each description, articles aside. */
  #keyed(text: string, kind: ActorKind, span: Span, country: string | null, actsFor: ActorDraft | null): ActorDraft {
    const key = plain(text);
    const found = this.#registry.all.find(
      (actor) => actor.kind === kind && (plain(actor.name) === key || [...actor.aliases].some((a) => plain(a) === key)),
    );
    const actor = found ?? this.#registry.create(text.replace(/^(?:the|a|an|some|many|these|those) /iu, ''), kind);
    actor.country ??= country;
    actor.actsFor ??= actsFor;
    return this.#mention(actor, span, true);
  }

  #mention(actor: ActorDraft, span: Span, name: boolean): ActorDraft {
    return this.#creating ? this.#registry.mention(actor, span, name) : actor;
  }
}

const FIRM =
  /^(?:airline|bank|brewer|builder|buyer|carrier|contractor|developer|distributor|employer|exporter|firm|giant|group|importer|insurer|landlord|lender|maker|manufacturer|miner|operator|owner|provider|publisher|refiner|retailer|seller|shipper|supplier|trader|utility)$/u;

const PORTFOLIO =
  /^(?:prime|foreign|defen[cs]e|interior|finance|energy|justice|health|trade|transport|education|agriculture|economy|economic|environment|labou?r|deputy|home|water|information)$/u;

/** "the foreign minister" is not the prime minister: a description and a person's office name different portfolios. */
function otherPortfolio(nodes: readonly Node[], actor: ActorDraft): boolean {
  const asked = nodes.map((n) => n.lemma.toLowerCase()).filter((w) => PORTFOLIO.test(w));
  const held = [...actor.roles].filter((w) => PORTFOLIO.test(w));
  return asked.length > 0 && held.length > 0 && !asked.some((w) => held.includes(w));
}
