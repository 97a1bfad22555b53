/** Irregular verbs of English that news uses: base, then its past forms. After the lists of grammars of English. */
const LINES = `
arise arose arisen
awake awoke awoken
be was were been am is are
bear bore borne born
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
do did done does
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
freeze froze frozen
get got gotten
give gave given
go went gone goes
grind ground
grow grew grown
hang hung
have had has
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
leave left
lend lent
lie lay lain
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
overcome overcame
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
plead pled
prove proven
rebuild rebuilt
repay repaid
rethink rethought
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
speed sped
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank
stride strode
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone
understand understood
undertake undertook undertaken
undo undid undone
uphold upheld
wake woke woken
wear wore worn
weep wept
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written
`;

/** The base of an irregular form, in small letters. */
export const IRREGULAR_VERBS: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [base, ...forms] = line.split(' ') as [string, ...string[]];
      return forms.map((form) => [form, base] as const);
    }),
);

/** Verbs whose past is the base itself. */
export const INVARIANT_VERBS = new Set(['bet', 'bid', 'broadcast', 'burst', 'cast', 'come', 'cost', 'cut', 'forecast', 'hit', 'hurt', 'let', 'overcome', 'put', 'quit', 'read', 'rid', 'run', 'set', 'shed', 'shut', 'split', 'spread', 'thrust', 'upset', 'wed', 'become', 'proceed', 'exceed', 'succeed', 'need', 'feed']); // prettier-ignore
