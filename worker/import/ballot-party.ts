import { abbreviationToParty } from '@night/shared/party'
import { plain } from './plain.ts'

/**
 * What some files abbreviate in another way, and names that stand where a file has no abbreviation → party id. The
 * Conservatives and Unionists – New Force of 2010 were the Ulster Unionists' candidates.
 */
const idBySpelling: Readonly<Record<string, string>> = {
  ucunf: 'uup',
  'lab co-op': 'lab',
  'labour co-op': 'lab',
  ldem: 'ld',
  libdem: 'ld',
  'lib dem': 'ld',
  resp: 'res',
  respect: 'res',
  sgp: 'green',
  gpni: 'green',
  plaid: 'pc',
  conservative: 'con',
  'conservative and unionist party': 'con',
  labour: 'lab',
  'labour and co-operative': 'lab',
  'labour party': 'lab',
  'liberal democrat': 'ld',
  'liberal democrats': 'ld',
  'green party': 'green',
  'scottish green party': 'green',
  'green party northern ireland': 'green',
  'scottish national party': 'snp',
  'plaid cymru': 'pc',
  'uk independence party': 'ukip',
  'british national party': 'bnp',
  'respect party': 'res',
  'reform uk': 'ruk',
  'the brexit party': 'brx',
  'democratic unionist party': 'dup',
  'ulster unionist party': 'uup',
  'sinn fein': 'sf',
  'social democratic & labour party': 'sdlp',
  'social democratic and labour party': 'sdlp',
  'traditional unionist voice': 'tuv',
  independent: 'ind',
  none: 'ind',
  '': 'ind',
}

/** Parties with an abbreviation that another has too, or with more than one, by their names. */
const idByName: Readonly<Record<string, string>> = {
  'cumbria first': 'cumbria-first',
  'northern independence party': 'northern-independence',
  'the independent socialist party': 'independent-socialist',
  'the reclaim party': 'reclaim',
}

/**
 * Party id of a candidate: by the abbreviation, or where that is missing by the party's name; nobody's candidate is an
 * independent.
 */
export const partyOnBallot = (abbreviation: string, party: string): string => {
  const said = abbreviation.trim() || party.trim()
  return idByName[plain(party)] ?? idBySpelling[plain(said)] ?? abbreviationToParty(said)
}
