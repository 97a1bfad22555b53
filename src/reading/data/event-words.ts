import type { PloverType } from '../plover.js';

/**
 * Verbs of events by type; after `:` the nouns that their object or what hangs on it must have one of. What has nouns is looked at
 * first. After the verb lists of PLOVER and PETRARCH2, and the training part of PLV.
 */
const VERB_LINES = `
ACCUSE search : home residence house office headquarters
ACCUSE investigate probe convict sue indict prosecute charge
ACCUSE launch open begin start order conduct announce initiate hold : investigation inquiry probe lawsuit case proceedings action enquiry trial
ACCUSE file bring lodge : complaint lawsuit charge suit case protest petition
ACCUSE summon : ambassador diplomat envoy charge
ACCUSE send : inspector investigator expert
AGREE sign reach conclude strike ink seal ratify finalise finalize clinch : agreement deal pact treaty accord truce memorandum ceasefire protocol contract understanding compromise settlement
AGREE shake : hand
AID provide give send deliver donate grant supply ship fly dispatch distribute airlift contribute offer allocate pledge approve : aid assistance food medicine money fund relief supply humanitarian vaccine medical help million billion asylum loan grant equipment weapon arms refugee support dose tonne doctor team donation shelter evacuation training
AID announce : aid assistance relief donation
AID lend pay : million billion aid
AID donate rescue evacuate feed shelter resettle train equip fund finance
AID accept admit take receive host shelter : refugee migrant asylum
ASSAULT attack bomb shell kill assassinate strike hit invade storm raid ambush shoot murder massacre execute torture stab behead wound injure slaughter bombard torpedo clash fight battle destroy rape lynch beat bombard pound gas poison
ASSAULT launch carry open fire stage conduct mount detonate lob exchange : attack assault offensive raid strike airstrike missile rocket fire bomb bombardment shell mortar bombing drone cyberattack explosive
ASSAULT ram sink strafe overrun
ASSAULT damage : boat ship vessel bridge pipeline base building station hospital embassy
ASSAULT fire : shot round salvo torpedo
ASSAULT target : civilian hospital position base village hideout troop school convoy
ASSAULT launch wage : warfare war campaign cyberattack
ASSAULT fire : missile rocket shell mortar line border
ASSAULT violate : ceasefire truce cease
ASSAULT step_up step continue resume escalate intensify begin : attack assault offensive strike bombardment shelling bombing
ASSAULT unleash : crackdown attack violence
ASSAULT crush : protest uprising revolt
COERCE announce order issue : arrest warrant detention
COERCE force : out resign
COERCE extend prolong renew : sanction curfew emergency blockade ban
COERCE arrest detain jail imprison seize ban outlaw censor deport raid blockade confiscate sentence evict oust expropriate abduct kidnap besiege intercept hack occupy annex depose overthrow capture block silence close_down shut_down dissolve nationalise hijack disperse tear_gas
COERCE impose declare order introduce : curfew restriction ban emergency martial lockdown blockade quarantine tariff law sanction
COERCE close shut cancel revoke suspend : permit licence license newspaper station ngo organisation organization border airport website office university outlet channel publication
COERCE undertake : closure arrest
COERCE board : ship vessel boat tanker freighter trawler ferry yacht
COERCE block shut close seal string : channel strait canal road gate dam port harbour harbor crossing pipeline valve bridge street railway lane river
COERCE cut_off turn_off shut_off : power water gas electricity supply
COERCE take : hostage prisoner captive
COERCE order force : close suspend evacuate leave land resign
COERCE seize take : power ship vessel land asset control
CONCEDE release free lift ease relax reverse pardon parole repatriate acquit abolish surrender
CONCEDE drop call_off end abandon withdraw : charge case strike investigation demand blockade restriction ban sanction probe siege
CONCEDE declare announce agree : ceasefire truce amnesty
CONCEDE grant : pardon amnesty parole
CONCEDE remove dismantle clear haul_away tow_away take_away take_down : barrier barge roadblock mine blockade checkpoint boom wreck fence barricade
CONCEDE pay : debt arrears compensation ransom instalment damages
CONCEDE open reopen : gate dam channel strait port harbour harbor lane bridge pipeline valve
CONCEDE open reopen : border embassy crossing road
CONCEDE reinstate rehabilitate
CONCEDE return repatriate : artifact animal frog refugee prisoner body detainee remains
CONCEDE grant : permission request order bail asylum authorization access mandate
CONCEDE give : permission mandate access authorization
CONCEDE lift ease end : embargo sanction curfew ban blockade restriction emergency siege
CONCEDE return hand_over give give_back : artifact land prisoner body mandate remains
CONCEDE allow permit let : access visit return entry leave inspector aid enter
CONCEDE resign step_down
CONSULT meet visit phone discuss mediate negotiate consult telephone confer
CONSULT host receive tour welcome call greet join : ambassador chancellor chief counterpart delegation diplomat envoy foreign governor king leader minister mission official pope premier president prime prince secretary
CONSULT travel : talk meeting summit visit
CONSULT hold have begin open resume conduct attend start join launch chair host complete convene : talk meeting summit conversation discussion negotiation conference call consultation dialogue session mediation
CONSULT make pay : visit trip
COOPERATE perform stage undertake : exercise drill games game
COOPERATE establish : tie relation
COOPERATE hand_over : vehicle equipment
COOPERATE cooperate collaborate share exchange sign hold conduct expand establish restore resume normalise normalize : intelligence information exercise drill tie trade data cooperation partnership relation embassy border link
MOBILIZE deploy mobilise mobilize station militarise militarize amass fortify
MOBILIZE remain stay stand : alert
MOBILIZE put place move send call_up : troop alert soldier force warship aircraft reservist fighter battery carrier tank ship
PROTEST protest demonstrate rally march riot picket
PROTEST stage hold take go lead begin join launch : protest demonstration rally strike march street sit-in hunger protester walkout
PROTEST stop : work
PROTEST boycott burn : vote flag election class effigy
REJECT fail : reach agree sign comply agreement deal
REJECT veto cancel skip shun snub turn_down walk_out rebuff refuse reject decline block dismiss boycott renege abstain
REJECT refrain turn choose : signing eye sign attend
RETREAT withdraw retreat pull_out resign evacuate leave : troop soldier force position base town city militia unit army fighter bank village post island territory checkpoint
RETREAT retreat pull_back pull_out
SANCTION expel recall sanction embargo downgrade suspend freeze halt cut reduce withdraw sever end : diplomat ambassador aid assistance tie relation inspector trade supply funding asset talk visa peacekeeper mediation visa arms cooperation membership worker mission import export export_ban loan
SANCTION impose slap announce : sanction embargo visa tariff
SANCTION restrict : visa trade travel import export
SANCTION expel sanction embargo blacklist
SUPPORT praise congratulate endorse welcome thank commend applaud hail recognise recognize
SUPPORT express voice pledge extend offer reiterate reaffirm : support solidarity condolence sympathy backing
SUPPORT vote back support defend
THREATEN threaten warn
THREATEN issue give set : ultimatum warning threat deadline
THREATEN call announce : boycott protest strike rally
REQUEST seek : refuge asylum help mediation assistance
REQUEST demand request urge appeal ask call_on
`;

/** Nouns that name an event with its sides: "Drusk's invasion of Velmara", "a visit to Lisse by the envoy". */
const NOUN_LINES = `
ASSAULT invasion attack assault bombing shelling airstrike strike raid massacre assassination killing offensive
CONSULT visit trip talks summit meeting negotiation
PROTEST protest demonstration rally march
COERCE arrest crackdown detention seizure coup blockade occupation annexation
SANCTION expulsion embargo
RETREAT withdrawal retreat
MOBILIZE deployment
AID donation
`;

export interface EventRule {
  readonly type: PloverType;
  /** Null where the verb alone tells. */
  readonly nouns: ReadonlySet<string> | null;
}

function rules(): ReadonlyMap<string, readonly EventRule[]> {
  const out = new Map<string, EventRule[]>();
  for (const line of VERB_LINES.trim().split('\n')) {
    const [left, right] = line.split(' : ');
    const [type, ...verbs] = (left as string).split(' ') as [PloverType, ...string[]];
    const nouns = right === undefined ? null : new Set(right.split(' '));
    for (const verb of verbs) out.set(verb, [...(out.get(verb) ?? []), { type, nouns }]);
  }
  for (const list of out.values()) list.sort((a, b) => Number(a.nouns === null) - Number(b.nouns === null));
  return out;
}

export const EVENT_VERBS = rules();
export const EVENT_NOUNS: ReadonlyMap<string, PloverType> = new Map(
  NOUN_LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [type, ...nouns] = line.split(' ') as [PloverType, ...string[]];
      return nouns.map((noun) => [noun, type] as const);
    }),
);
