import type { Span } from '../document/span.js';
import type { Entity } from '../language/annotation.js';
import type { Node } from '../language/tree-view.js';
import type { Actor, ActorDraft, ActorKind } from './actor.js';
import { BODY } from './actor-nouns.js';
import type { Article } from './article.js';
import { countryName, isListed } from './countries.js';
import { KNOWN_LEADERS } from './data/leaders.js';
import { BODY_OFFICES, STATE_BODIES, STATE_OFFICES, TITLES } from './data/offices.js';
import { officeOf } from './offices.js';
import { fold, isAcronym, isForm, isShort, plain } from './name-forms.js';

/** The actors whom an article names, by the forms of their names, with the offices that stand beside them. */
export class ActorRegistry {
  readonly #article: Article;
  readonly #all: ActorDraft[] = [];
  readonly #byMention = new Map<string, ActorDraft>();
  readonly #states = new Map<string, ActorDraft>();

  constructor(article: Article) {
    this.#article = article;
    const { entities } = article;
    for (const entity of entities) if (entity.type === 'Person') this.#addPerson(entity);
    for (const entity of entities) if (entity.type === 'Organization' || entity.type === 'Facility') this.#addBody(entity);
    for (const entity of entities)
      if (entity.type === 'Location' || entity.type === 'NORP' || entity.type === 'Misc') this.#addPlace(entity);
    for (const actor of [...this.#all]) if (actor.kind === 'person') this.#describePerson(actor);
  }

  /** The actors in order of first mention, with ids: those that are named, and those that act without being ("Turkish soldiers"). */
  finish(acting: ReadonlySet<ActorDraft>): { readonly actors: readonly Actor[]; readonly idOf: ReadonlyMap<ActorDraft, string> } {
    const named = this.#all.filter(
      (actor) => actor.mentions.length > 0 || acting.has(actor) || this.#all.some((other) => other.actsFor === actor),
    );
    const first = (actor: ActorDraft): number => Math.min(Infinity, ...actor.mentions.map((m) => m.start));
    const ordered = [...named].sort((a, b) => first(a) - first(b));
    const idOf = new Map(ordered.map((actor, i) => [actor, `a${i + 1}`]));
    const actors = ordered.map((actor): Actor => ({
      id: idOf.get(actor) as string,
      name: actor.name,
      kind: actor.kind,
      country: actor.country !== null && isListed(actor.country) ? actor.country : null,
      aliases: [...actor.aliases].filter((alias) => alias !== actor.name),
      actsFor: actor.actsFor === null ? null : (idOf.get(actor.actsFor) ?? null),
      office:
        actor.kind === 'person' ? officeOf([...actor.roles, ...(actor.roles.size > 0 ? [] : actor.name.split(/\s+/u))]) : null,
      mentions: [...actor.mentions].sort((a, b) => a.start - b.start),
    }));
    return { actors, idOf };
  }

  get all(): readonly ActorDraft[] {
    return this.#all;
  }

  get states(): Iterable<ActorDraft> {
    return this.#states.values();
  }

  /** The actor whom a name of the text stands for. */
  ofEntity(entity: Span): ActorDraft | null {
    return this.#byMention.get(mentionKey(entity)) ?? null;
  }

  nameAt(head: Node): ActorDraft | null {
    const entity = this.#article.entityAt(head.start);
    return entity === undefined ? null : (this.#byMention.get(mentionKey(entity)) ?? null);
  }

  /** A country named or meant inside a phrase. */
  countryIn(nodes: readonly Node[]): string | null {
    const text = this.#article.text;
    for (let i = 0; i < nodes.length; i++) {
      for (const length of [3, 2, 1]) {
        const part = nodes.slice(i, i + length);
        if (part.length < length) continue;
        const written = text.slice((part[0] as Node).start, (part.at(-1) as Node).end).replace(/\s+/gu, ' ');
        if (!/^\p{Lu}/u.test(written)) continue;
        const found = this.#article.countryOf(written);
        if (found !== null) return found.code;
      }
    }
    return null;
  }

  bodyCalled(noun: string, at: number, country: string | null = null, nodes: readonly Node[] = []): ActorDraft | null {
    const words = nodes
      .filter(
        (n) =>
          (n.upos === 'ADJ' || n.upos === 'NOUN') && n.lemma.toLowerCase() !== noun && this.#article.countryOf(n.form) === null,
      )
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

  mention(actor: ActorDraft, span: Span, name: boolean): ActorDraft {
    if (!actor.mentions.some((m) => m.start === span.start && m.end === span.end)) actor.mentions.push(span);
    const text = this.#article.words(span).replace(/\s+/gu, ' ');
    if (name && text.length <= 60 && !text.includes(',')) actor.aliases.add(text);
    return actor;
  }

  create(name: string, kind: ActorKind): ActorDraft {
    const actor: ActorDraft = { name, kind, country: null, actsFor: null, aliases: new Set(), mentions: [], roles: new Set() };
    this.#all.push(actor);
    return actor;
  }

  state(code: string): ActorDraft {
    const known = this.#states.get(code);
    if (known !== undefined) return known;
    const state = this.create(countryName(code), 'state');
    state.country = code;
    this.#states.set(code, state);
    return state;
  }

  #addPerson(entity: Entity): void {
    const words = this.#article
      .words(entity)
      .replace(/\s+/gu, ' ')
      .replace(/[’']s?$/u, '');
    const place = words.includes(' ') ? null : this.#article.countryOf(words);
    if (place !== null) {
      this.#addPlace(entity);
      return;
    }
    // "the Petrel": people have no article; a ship has.
    const head = this.#article.tree.rootOf(entity);
    if (head !== undefined && this.#article.tree.children(head, 'det').some((d) => d.form.toLowerCase() === 'the')) return;
    // "the corvette Grey Heron"
    if (VESSEL.test(this.#article.text.slice(Math.max(0, entity.start - 24), entity.start))) return;
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
    actor ??= this.create(name, 'person');
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
    const country = this.#article.countryOf(words);
    if (country !== null && country.role !== 'demonym') {
      this.#nameState(country.code, entity, words);
      return;
    }
    if (entity.type === 'Facility') return;
    const after = /^\s*\(\s*([\p{Lu}][\p{L}.&-]{1,9})['’s]*\s*\)/u.exec(this.#article.text.slice(entity.end))?.[1];
    const names = [words, ...(after === undefined ? [] : [after])];
    // "the Hill Front", then "the Front": the last word of a longer name, with an article.
    const last =
      /^\p{Lu}[\p{L}-]+$/u.test(words) && /\bthe $/iu.test(this.#article.text.slice(0, entity.start))
        ? this.#all.find(
            (actor) =>
              actor.kind === 'organisation' &&
              [...actor.aliases].some((alias) => alias.includes(' ') && alias.endsWith(` ${words}`)),
          )
        : undefined;
    const found =
      last ??
      this.#all.find(
        (actor) =>
          actor.kind === 'organisation' &&
          names.some((name) =>
            [...actor.aliases].some(
              (alias) => plain(alias) === plain(name) || isAcronym(name, alias) || isAcronym(alias, name) || isShort(alias, name),
            ),
          ),
      );
    const actor = found ?? this.create(words.replace(/^the /iu, ''), 'organisation');
    for (const name of names) actor.aliases.add(name);
    if (words.length > actor.name.length && !words.includes('(')) actor.name = words.replace(/^the /iu, '');
    actor.mentions.push({ start: entity.start, end: entity.end });
    const inName = this.countryIn(this.#article.tree.within(entity));
    actor.country ??= inName;
    if (inName !== null && STATE_BODIES.has(words.split(' ').at(-1)?.toLowerCase() ?? '')) actor.actsFor ??= this.state(inName);
    if (inName !== null && /\b(?:Ministry|Department|Army|Navy|Embassy|Government)\b/u.test(words))
      actor.actsFor ??= this.state(inName);
    this.#byMention.set(mentionKey(entity), actor);
  }

  #addPlace(entity: Entity): void {
    const words = this.#article
      .words(entity)
      .replace(/\s+/gu, ' ')
      .replace(/[’']s?$/u, '');
    const country = this.#article.countryOf(words);
    const { tree } = this.#article;
    const head = tree.rootOf(entity);
    if (country !== null && (entity.type !== 'NORP' || !isListed(country.code))) {
      if (country.role === 'demonym') return;
      if (country.role === 'capital' && (head === undefined || !acts(head))) return;
      this.#nameState(country.code, entity, words);
      return;
    }
    if (country !== null || entity.type !== 'Location' || head === undefined || !acts(head)) return;
    if (LANDMARK.test(words)) return;
    // A place that speaks or acts is a state or a body of people, though no list has it.
    const found = this.#all.find((actor) => actor.kind === 'state' && plain(actor.name) === plain(words));
    const actor = found ?? this.create(words.replace(/^the /iu, ''), 'state');
    actor.aliases.add(words);
    actor.mentions.push({ start: entity.start, end: entity.end });
    this.#byMention.set(mentionKey(entity), actor);
  }

  #nameState(code: string, entity: Entity, words: string): void {
    const state = this.state(code);
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
      // "French President", written large as if it were a name, says itself of where.
      const country = this.countryIn(tree.within(mention)) ?? this.countryIn(around);
      if (country !== null) actor.country ??= country;
      if (offices.length === 0 || actor.actsFor !== null) continue;
      const its = around.find((n) => /^(?:its|their)$/iu.test(n.form) && n.deprel === 'nmod:poss');
      const owner = its === undefined || country !== null ? null : this.#bodyBefore(its.start);
      if (owner !== null) {
        actor.actsFor = owner;
        actor.country ??= owner.country;
        continue;
      }
      const body = around.map((n) => this.nameAt(n)).find((a) => a !== null && a.kind === 'organisation') ?? null;
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
      else if (bodyNoun !== undefined && this.bodyCalled(bodyNoun.lemma.toLowerCase(), Infinity) !== null)
        actor.actsFor = this.bodyCalled(bodyNoun.lemma.toLowerCase(), Infinity);
      else if (country !== null && offices.some((n) => STATE_OFFICES.has(n.lemma.toLowerCase())))
        actor.actsFor = this.state(country);
      else {
        const state = around.map((n) => this.nameAt(n)).find((a) => a !== null && a.kind === 'state') ?? null;
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
      actor.actsFor ??= this.state(known.country);
      actor.aliases.add(actor.name);
      if (!actor.name.includes(' ')) actor.name = known.name;
    }
    for (const word of actor.roles) if (!/^\p{L}/u.test(word)) actor.roles.delete(word);
  }

  /** The state or body named last before "its minister", in its sentence or at the beginning of the one before. */
  #bodyBefore(at: number): ActorDraft | null {
    let found: ActorDraft | null = null;
    let nearest = at - 260;
    for (const actor of this.#all) {
      if (actor.kind !== 'state' && actor.kind !== 'organisation') continue;
      for (const m of actor.mentions) if (m.end <= at && m.start > nearest) [nearest, found] = [m.start, actor];
    }
    return found;
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
    const outside = near.filter(
      (n) => !(n.start >= mention.start && n.end <= mention.end) && n.upos !== 'PUNCT' && !this.#article.inDateline(n.start),
    );
    return [...inside, ...outside];
  }

  #isPerson(node: Node): boolean {
    return this.#article.entityAt(node.start)?.type === 'Person';
  }
}

const VESSEL =
  /\b(?:barge|boat|carrier|corvette|cruiser|cutter|destroyer|dredger|ferry|freighter|frigate|icebreaker|liner|ship|steamer|submarine|tanker|trawler|tug|vessel|warship|yacht)s? $/iu;

/** Names of waters, lines, roads and buildings, which do nothing themselves. */
const LANDMARK =
  /\b(?:Strait|Straits|Line|Sea|River|Lake|Mount|Mountains?|Bay|Gulf|Valley|Bridge|Street|Road|Square|Port|Harbou?r|Canal|Pass|Desert|Forest|Dam|Airport|Station|Channel|Ocean|Cape|Falls|Highway|Tunnel|Field|Beach|Basin|Delta|Reservoir|Crossing|Corridor|Gate|Hall)$/u;

const mentionKey = (span: Span): string => `${span.start}-${span.end}`;

/** Whether a place stands where those who act stand: subject, agent, possessor, or one of two sides. */
const acts = (head: Node): boolean => /^(?:nsubj|nsubj:pass|nmod:poss|obl:agent|conj|obj|iobj|root)$/u.test(head.deprel);
