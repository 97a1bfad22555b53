/**
 * A line a country: ISO 3166-1 alpha-3, capital and other seats of government, adjective and people, seats of power and other names
 * that news uses. Names of the countries themselves come from i18n-iso-countries. After the CIA World Factbook's entries
 * "Government" and "Nationality".
 */
const LINES = `
AFG|Kabul|Afghan,Afghani|
AGO|Luanda|Angolan|
ALB|Tirana|Albanian|
AND||Andorran|
ARE|Abu Dhabi|Emirati|UAE,U.A.E.,Emirates
ARG|Buenos Aires|Argentine,Argentinian,Argentinean|Casa Rosada
ARM|Yerevan|Armenian|
AUS|Canberra|Australian|
AUT||Austrian|
AZE|Baku|Azerbaijani,Azeri|
BDI||Burundian|
BEL||Belgian|
BEN||Beninese|
BFA|Ouagadougou|Burkinabe|
BGD|Dhaka|Bangladeshi|
BGR|Sofia|Bulgarian|
BHR|Manama|Bahraini|
BHS||Bahamian|
BIH|Sarajevo|Bosnian|Bosnia,Bosnia-Herzegovina
BLR|Minsk|Belarusian,Belarussian|
BLZ||Belizean|
BOL|La Paz|Bolivian|
BRA|Brasilia,Brasília|Brazilian|Planalto,Itamaraty
BRB||Barbadian|
BRN||Bruneian|Brunei
BTN|Thimphu|Bhutanese|
BWA||Batswana,Botswanan|
CAF|Bangui|Central African|
CAN|Ottawa|Canadian|
CHE|Bern|Swiss|
CHL||Chilean|La Moneda
CHN|Beijing|Chinese|Zhongnanhai,People's Republic of China,PRC
CIV|Yamoussoukro|Ivorian|
CMR|Yaounde|Cameroonian|
COD|Kinshasa|Congolese|DRC,DR Congo,Democratic Republic of Congo
COG|Brazzaville||Congo-Brazzaville
COL|Bogota,Bogotá|Colombian|
COM||Comoran|
CPV||Cape Verdean|Cape Verde
CRI||Costa Rican|
CUB|Havana|Cuban|
CYP|Nicosia|Cypriot|
CZE|Prague|Czech|Czech Republic,Czechia
DEU|Berlin|German|Bundestag
DJI||Djiboutian|
DNK|Copenhagen|Danish,Dane|
DOM|Santo Domingo|Dominican|
DZA|Algiers|Algerian|
ECU|Quito|Ecuadorian,Ecuadorean|
EGY|Cairo|Egyptian|
ERI|Asmara|Eritrean|
ESP|Madrid|Spanish,Spaniard|Moncloa
EST|Tallinn|Estonian|
ETH|Addis Ababa|Ethiopian|
FIN|Helsinki|Finnish,Finn|
FJI|Suva|Fijian|
FRA|Paris|French|Elysee,Élysée,Elysee Palace,Élysée Palace,Quai d'Orsay
GAB|Libreville|Gabonese|
GBR|London|British,Briton|Britain,Downing Street,10 Downing Street,No. 10,Whitehall,Westminster,Foreign Office,Buckingham Palace,England
GEO|Tbilisi|Georgian|
GHA|Accra|Ghanaian|
GIN|Conakry|Guinean|
GMB|Banjul|Gambian|
GNB|||
GNQ|Malabo|Equatoguinean|
GRC|Athens|Greek|
GTM||Guatemalan|
GUY|Georgetown|Guyanese|
HKG||Hongkonger|Hong Kong
HND|Tegucigalpa|Honduran|
HRV|Zagreb|Croatian,Croat|
HTI|Port-au-Prince|Haitian|
HUN|Budapest|Hungarian|
IDN|Jakarta|Indonesian|
IND|New Delhi,Delhi|Indian|
IRL|Dublin|Irish|
IRN|Tehran,Teheran|Iranian|Islamic Republic
IRQ|Baghdad|Iraqi|
ISL|Reykjavik|Icelandic,Icelander|
ISR|Jerusalem,Tel Aviv|Israeli|Knesset,Jewish state,the Jewish state
ITA|Rome|Italian|Palazzo Chigi,Quirinale
JAM|Kingston|Jamaican|
JOR|Amman|Jordanian|
JPN|Tokyo|Japanese|
KAZ|Astana|Kazakh,Kazakhstani|
KEN|Nairobi|Kenyan|
KGZ|Bishkek|Kyrgyz|
KHM|Phnom Penh|Cambodian|
KOR|Seoul|South Korean|Blue House
KWT|Kuwait City|Kuwaiti|
LAO|Vientiane|Laotian,Lao|Laos
LBN|Beirut|Lebanese|
LBR|Monrovia|Liberian|
LBY|Tripoli|Libyan|
LIE||Liechtensteiner|
LKA|Colombo|Sri Lankan|
LSO|Maseru|Basotho|
LTU|Vilnius|Lithuanian|
LUX||Luxembourgish|
LVA|Riga|Latvian|
MAR|Rabat|Moroccan|
MCO||Monegasque|
MDA|Chisinau|Moldovan|Moldova
MDG|Antananarivo|Malagasy|
MDV|Male|Maldivian|
MEX|Mexico City|Mexican|Los Pinos
MKD|Skopje|Macedonian|Macedonia,North Macedonia
MLI|Bamako|Malian|
MLT|Valletta|Maltese|
MMR|Naypyidaw,Naypyitaw,Yangon|Burmese|Burma
MNE|Podgorica|Montenegrin|
MNG|Ulaanbaatar|Mongolian,Mongol|
MOZ|Maputo|Mozambican|
MRT|Nouakchott|Mauritanian|
MUS||Mauritian|
MWI|Lilongwe|Malawian|
MYS|Kuala Lumpur,Putrajaya|Malaysian|
NAM|Windhoek|Namibian|
NER|Niamey|Nigerien|
NGA|Abuja|Nigerian|Aso Rock
NIC|Managua|Nicaraguan|
NLD|The Hague|Dutch|Holland
NOR|Oslo|Norwegian|
NPL|Kathmandu|Nepalese,Nepali|
NZL|Wellington|New Zealander,Kiwi|
OMN|Muscat|Omani|
PAK|Islamabad|Pakistani|
PAN||Panamanian|
PER|Lima|Peruvian|
PHL|Manila|Philippine,Filipino|Malacanang,Malacañang,Malacanang Palace
PNG|Port Moresby|Papua New Guinean|
POL|Warsaw|Polish,Pole|
PRK|Pyongyang|North Korean|DPRK,North Korea
PRT|Lisbon|Portuguese|
PRY|Asuncion,Asunción|Paraguayan|
PSE|Ramallah|Palestinian|Palestinian Authority,Palestine
QAT|Doha|Qatari|
ROU|Bucharest|Romanian|
RUS|Moscow|Russian|Kremlin,the Kremlin,Soviet Union,USSR
RWA|Kigali|Rwandan|
SAU|Riyadh|Saudi,Saudi Arabian|Saudi kingdom
SDN|Khartoum|Sudanese|
SEN|Dakar|Senegalese|
SGP||Singaporean|
SLB|Honiara|Solomon Islander|
SLE|Freetown|Sierra Leonean|
SLV||Salvadoran,Salvadorean|
SOM|Mogadishu|Somali,Somalian|
SRB|Belgrade|Serbian,Serb|Yugoslavia
SSD|Juba|South Sudanese|
SUR|Paramaribo|Surinamese|
SVK|Bratislava|Slovak|
SVN|Ljubljana|Slovenian,Slovene|
SWE|Stockholm|Swedish,Swede|
SWZ|Mbabane|Swazi|
SYC||Seychellois|
SYR|Damascus|Syrian|Syria
TCD|N'Djamena|Chadian|
TGO|Lome|Togolese|
THA|Bangkok|Thai|
TJK|Dushanbe|Tajik|
TKM|Ashgabat|Turkmen|
TLS|Dili|Timorese|East Timor
TTO|Port of Spain|Trinidadian|
TUN|Tunis|Tunisian|
TUR|Ankara|Turkish,Turk|Turkiye
TWN|Taipei|Taiwanese|
TZA|Dodoma|Tanzanian|
UGA|Kampala|Ugandan|
UKR|Kyiv,Kiev|Ukrainian|
URY|Montevideo|Uruguayan|
USA|Washington|American,U.S.,US|White House,the White House,Pentagon,State Department,Oval Office,Capitol Hill,America,United States,States
UZB|Tashkent|Uzbek|
VAT||Vatican|Vatican,Holy See
VEN|Caracas|Venezuelan|Miraflores
VNM|Hanoi|Vietnamese|Vietnam
YEM|Sanaa,Sana'a|Yemeni|
ZAF|Pretoria|South African|Union Buildings
ZMB|Lusaka|Zambian|
ZWE|Harare|Zimbabwean|
XKX|Pristina|Kosovan,Kosovar|Kosovo
`;

export interface CountryFacts {
  readonly code: string;
  readonly capitals: readonly string[];
  readonly demonyms: readonly string[];
  readonly others: readonly string[];
}

const list = (text: string | undefined): readonly string[] => (text ?? '').split(',').filter(Boolean);

export const COUNTRY_FACTS: readonly CountryFacts[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [code, capitals, demonyms, others] = line.split('|');
    return { code: code as string, capitals: list(capitals), demonyms: list(demonyms), others: list(others) };
  });
