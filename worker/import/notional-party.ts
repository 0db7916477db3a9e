import { abbreviationToParty } from '@night/shared/party'

/** What the notional table calls a party → its abbreviation in the candidates' files, where the two differ. */
const abbreviationByNotionalName: Readonly<Record<string, string>> = {
  'Brexit Party': 'BRX',
  Loony: 'MRLP',
  'Social Democratic': 'SDP',
  'The Yorkshire Party': 'Yrks',
  'Eng Dem': 'ED',
  'Christian Peoples Alliance': 'CPA',
  Liberal: 'Lib',
  'Ashfield Independents': 'Ash',
  "Women's Equality Party": 'WEP',
  "Young People's Party": 'YPP',
  Aontú: 'AONT',
  'Socialist Labour': 'SL',
  'People before Profit': 'PBPA',
  'Animal Welfare Party': 'ANWP',
  Libertarian: 'LPUK',
  'North East Party': 'NEP',
  'Lincolnshire Independents': 'LNIN',
  'Scottish Family Party': 'SFP',
  "Workers' Revolution": 'WRP',
  'Independent Network': 'INet',
  'Comm. League': 'Comm L',
  Peace: 'PPNV',
}

/** Party id of a row of the notional table (Rallings and Thrasher); IND1V, IND2V … are independents all. */
export const notionalParty = (code: string, name: string): string =>
  /^IND\dV$/.test(code) ? 'ind' : abbreviationToParty(abbreviationByNotionalName[name] ?? name)
