import type { Act } from '../act.js';

/**
 * Where what is said stands beside a cue verb:
 *
 * - `clause`: a clause or a quotation ("said that", "“…,” she said")
 * - `infinitive`: what the speaker is to do ("promised to leave")
 * - `object`: a noun phrase ("denied the report"), or an action in -ing ("denied taking it")
 * - `told`: somebody and what they are to do ("urged Drusk to leave")
 * - `charge`: somebody and of or for what ("accused Drusk of cheating", "thanked them for their help")
 * - `on-told`: the same after a preposition ("called on Drusk to leave")
 * - any other word: a preposition before it ("called for talks", "agreed to a truce")
 */
export type Frame = 'clause' | 'infinitive' | 'object' | 'told' | 'charge' | (string & {});

export interface CueVerb {
  /** Null where what is said decides ("said", "told"). */
  readonly act: Act | null;
  readonly frames: readonly Frame[];
}

/** A line a verb: lemma, with its particle after `_`; frames. After PolNeAR's cues, VerbNet's verbs of communication and PLOVER's. */
const LINES: Readonly<Record<Act | 'neutral', string>> = {
  neutral: `
    add clause
    address clause
    affirm clause object
    announce clause object
    answer clause
    argue clause
    assert clause object
    attest clause
    begin quote
    blog clause
    comment clause
    conclude clause
    continue quote
    contend clause
    convey clause object
    declare clause
    characterise charge object
    characterize charge object
    depict charge
    describe charge
    label charge
    portray charge
    disclose clause object
    elaborate quote
    emphasise clause object
    emphasize clause object
    explain clause object
    express object
    give quote
    hear clause
    indicate clause object
    inform clause
    insist clause
    interject quote
    joke clause
    maintain clause
    mention clause object
    note clause object
    observe clause
    opine clause
    outline object clause
    point_out clause object
    post clause
    quip clause
    cable clause
    decree clause
    find clause
    message clause
    radio clause
    rule clause
    telegraph clause
    read quote
    reaffirm clause object
    recall clause object
    recount clause object
    reiterate clause object
    relay clause object
    remark clause
    repeat clause object
    reply clause
    report clause object
    respond clause
    restate clause object
    retort clause
    reveal clause object
    say clause
    set_out object
    shout clause
    signal clause object
    speak quote
    speculate clause
    state clause object
    stress clause object
    suggest clause object
    tell clause told
    testify clause
    tweet clause
    underline clause
    underscore clause
    urge quote
    voice object
    whisper clause
    write clause
    chorus quote
    chant clause
    proclaim clause object
    believe clause
    think clause
    consider clause
    feel clause
    understand clause
    hold clause
    claim clause object
    allege clause
    call quote
    confirm clause object
    estimate clause
    figure quote
    imply clause
    highlight clause
    lament clause object
    stipulate clause
    specify clause
    hint clause at
    reckon clause
    reason clause
    clarify clause object
    cite object
    advise clause
    assess clause
  `,
  promise: `
    promise clause infinitive object
    pledge clause infinitive object
    vow clause infinitive object
    swear clause infinitive
    undertake infinitive
    commit to
    guarantee clause object infinitive
    assure clause
    reassure clause
    resolve infinitive
  `,
  offer: `
    offer infinitive object clause
    volunteer infinitive
    invite told charge
  `,
  threaten: `
    threaten infinitive object clause with
    menace object
  `,
  demand: `
    demand clause infinitive object
    order told object clause
    command told object
    instruct told
    require told clause
    oblige told
    insist on
    compel told
    direct told
    press told charge
  `,
  request: `
    urge told clause object
    ask told for clause
    request object clause told
    call on-told
    appeal to-told for
    implore told
    beg told for
    beseech told
    plead for with-told
    encourage told
    exhort told
    petition told for
    push for for-told
    lobby for told
    advise told
    counsel told
    admonish told
    solicit object
  `,
  propose: `
    propose clause infinitive object
    recommend clause object
    call for for-told
    advocate object for
    float object
    put_forward object
    moot object
    plan infinitive
    contemplate object
    mull object
    consider object
    urge object
  `,
  accept: `
    accept clause object
    agree clause infinitive to on with
    approve object of
    endorse object
    support object
    back object
    welcome object clause
    consent to infinitive
    assent to
    acquiesce to in
    embrace object
    favour object
    favor object
    concur clause with
    ratify object
    subscribe to
    uphold object
    defend object
  `,
  refuse: `
    refuse infinitive object
    reject object clause
    decline infinitive object
    dismiss object
    rule_out object
    turn_down object
    oppose object
    object to clause
    rebuff object
    spurn object
    veto object
    repudiate object
    shun object
    disagree with clause
    rebut object
    balk at
    boycott object
    brush_aside object
    brush_off object
    shrug_off object
    scoff at
  `,
  announce: `
    unveil object
    admit clause object to
    acknowledge clause object
    concede clause
    confess clause to
    decide infinitive clause
    vote infinitive
    opt infinitive
    declare object
    inform quote
    notify clause
  `,
  retract: `
    retract object
    withdraw object
    recant object
    backtrack on
    backpedal on
    renege on
    revoke object
    rescind object
    walk_back object
    take_back object
    disavow object
    apologise for
    apologize for
  `,
  deny: `
    deny clause object infinitive
    dispute clause object
    refute clause object
    contradict object
    contest object
    disclaim object
    debunk object
  `,
  accuse: `
    accuse charge
    blame charge
    condemn object charge
    denounce object charge
    decry object
    charge clause charge
    allege clause
    protest against clause
    impugn object
    fault charge
    slam object charge
    blast object charge
    castigate charge object
    excoriate charge object
    rebuke charge object
    reprimand charge object
    indict charge
  `,
  criticise: `
    criticise object charge
    criticize object charge
    complain clause about of
    lament clause object
    regret clause object
    deplore object clause
    mock object
    ridicule object charge
    deride object
    bemoan object
    rail against
    disparage object
    scold object
    chide object charge
    disapprove of
    grumble clause about
    bristle at
    sneer at
    hit_out at
    lash_out at
    brand charge
  `,
  praise: `
    highlight object
    underline object
    underscore object
    praise object charge
    commend object charge
    laud object charge
    hail object
    applaud object
    congratulate charge object
    thank charge object
    salute object
    welcome object
    extol object
    compliment charge
    appreciate object
    honour object
    honor object
    condole with
    tout object
    credit charge
  `,
  doubt: `
    doubt clause object
    question clause object
    play_down object
    downplay object
    wonder clause
    query object
    challenge object
    minimise object
    minimize object
    suspect clause
  `,
  warn: `
    warn clause of against about told
    caution clause against told
    fear clause object
    alert clause to
    forewarn clause
    worry clause about
  `,
  predict: `
    predict clause object
    forecast clause object
    expect clause object told
    anticipate clause object
    foresee clause object
    project clause
    prophesy clause
    hope clause infinitive for
    envisage object clause
    envision object clause
    bet clause
  `,
  assert: ``,
};

function parse(): ReadonlyMap<string, readonly CueVerb[]> {
  const out = new Map<string, CueVerb[]>();
  for (const [act, lines] of Object.entries(LINES)) {
    for (const line of lines
      .split('\n')
      .map((l) => l.trim())
      .filter(Boolean)) {
      const [lemma, ...frames] = line.split(' ') as [string, ...Frame[]];
      const entry: CueVerb = { act: act === 'neutral' ? null : (act as Act), frames };
      out.set(lemma, [...(out.get(lemma) ?? []), entry]);
    }
  }
  return out;
}

/** Cue verbs by lemma ("rule_out"), each with the readings that it has. */
export const CUE_VERBS: ReadonlyMap<string, readonly CueVerb[]> = parse();

/** Turns of phrase: verb, noun and preposition. */
export const CUE_IDIOMS: readonly (readonly [verb: string, noun: string, preposition: string, act: Act])[] = [
  ['cast', 'doubt', 'on', 'doubt'],
  ['pour', 'water', 'on', 'doubt'],
  ['take', 'issue', 'with', 'criticise'],
  ['throw', 'weight', 'behind', 'accept'],
  ['take', 'responsibility', 'for', 'announce'],
  ['claim', 'responsibility', 'for', 'announce'],
  ['turn', 'eye', 'to', 'refuse'],
  ['give', 'light', 'to', 'accept'],
];

/** Verbs of the list that as often name an attitude or a deed: they are statements where they are finite and somebody is their subject. */
export const SOFT_VERBS = new Set(['back', 'boycott', 'cite', 'claim', 'consider', 'contemplate', 'defend', 'embrace', 'favor', 'favour', 'highlight', 'honor', 'honour', 'mull', 'reveal', 'shun', 'spurn', 'support', 'uphold', 'withdraw', 'plan', 'order', 'command', 'appreciate', 'minimise', 'minimize', 'challenge', 'express', 'direct', 'indicate', 'signal', 'mention', 'suggest', 'fear', 'hope', 'decide', 'project', 'float', 'report', 'publish', 'push', 'contest', 'offer']); // prettier-ignore
