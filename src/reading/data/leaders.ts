/**
 * Office holders whom news names without their country: surname, full name, ISO 3166-1 alpha-3 of the state they speak or spoke for.
 * Public knowledge, heads of state and government and foreign ministers since 2000; what is taken from here is marked as inferred.
 */
const LINES = `
Abbas|Mahmoud Abbas|PSE
Albanese|Anthony Albanese|AUS
Ardern|Jacinda Ardern|NZL
Assad|Bashar al-Assad|SYR
Biden|Joe Biden|USA
Blair|Tony Blair|GBR
Blinken|Antony Blinken|USA
Bolsonaro|Jair Bolsonaro|BRA
Bush|George W. Bush|USA
Cameron|David Cameron|GBR
Carney|Mark Carney|CAN
Clinton|Bill Clinton|USA
Duterte|Rodrigo Duterte|PHL
Erdogan|Recep Tayyip Erdogan|TUR
Erdoğan|Recep Tayyip Erdoğan|TUR
Hollande|François Hollande|FRA
Ishiba|Shigeru Ishiba|JPN
Jinping|Xi Jinping|CHN
Johnson|Boris Johnson|GBR
Kerry|John Kerry|USA
Khamenei|Ali Khamenei|IRN
Kishida|Fumio Kishida|JPN
Lavrov|Sergei Lavrov|RUS
Lula|Luiz Inácio Lula da Silva|BRA
Lukashenko|Alexander Lukashenko|BLR
Macron|Emmanuel Macron|FRA
Maduro|Nicolás Maduro|VEN
Medvedev|Dmitry Medvedev|RUS
Meloni|Giorgia Meloni|ITA
Merkel|Angela Merkel|DEU
Merz|Friedrich Merz|DEU
Milei|Javier Milei|ARG
Modi|Narendra Modi|IND
Netanyahu|Benjamin Netanyahu|ISR
Obama|Barack Obama|USA
Orban|Viktor Orban|HUN
Orbán|Viktor Orbán|HUN
Peskov|Dmitry Peskov|RUS
Pezeshkian|Masoud Pezeshkian|IRN
Pompeo|Mike Pompeo|USA
Poroshenko|Petro Poroshenko|UKR
Psaki|Jen Psaki|USA
Putin|Vladimir Putin|RUS
Raisi|Ebrahim Raisi|IRN
Rouhani|Hassan Rouhani|IRN
Rubio|Marco Rubio|USA
Scholz|Olaf Scholz|DEU
Sheinbaum|Claudia Sheinbaum|MEX
Sisi|Abdel Fattah al-Sisi|EGY
Starmer|Keir Starmer|GBR
Sullivan|Jake Sullivan|USA
Sunak|Rishi Sunak|GBR
Trudeau|Justin Trudeau|CAN
Trump|Donald Trump|USA
Tusk|Donald Tusk|POL
Vance|JD Vance|USA
Witkoff|Steve Witkoff|USA
Xi|Xi Jinping|CHN
Yanukovych|Viktor Yanukovych|UKR
Yeltsin|Boris Yeltsin|RUS
Zelensky|Volodymyr Zelensky|UKR
Zelenskyy|Volodymyr Zelenskyy|UKR
Zelenskiy|Volodymyr Zelenskiy|UKR
`;

export interface KnownLeader {
  readonly name: string;
  readonly country: string;
}

/** Known office holders by surname. */
export const KNOWN_LEADERS: ReadonlyMap<string, KnownLeader> = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => {
      const [surname, name, country] = line.split('|') as [string, string, string];
      return [surname, { name, country }] as const;
    }),
);
