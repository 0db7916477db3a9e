/** A party as screens and sentences show it. `ink` is the text colour that reads at 4.5:1 or better on `colour`. */
type Party = {
  readonly id: string
  /** As a strap says it, in capitals there: LAB, LIB DEM. */
  readonly short: string
  /** As a sentence says it with "the" where English wants it: "Labour", "the Conservatives". */
  readonly name: string
  /** One letter, for a cell too small for more. */
  readonly letter: string
  readonly colour: string
  readonly ink: string
}

const white = '#ffffff'
const black = '#0b0c0c'

/** Short, name, colour, ink, and the letter where it is not the first of the short one. */
type Row = readonly [string, string, string, string, string?]

const rows: Readonly<Record<string, Row>> = {
  con: ['Con', 'the Conservatives', '#0087dc', black],
  lab: ['Lab', 'Labour', '#e4003b', white],
  ld: ['Lib Dem', 'the Liberal Democrats', '#faa61a', black, 'D'],
  snp: ['SNP', 'the SNP', '#fdf38e', black],
  pc: ['Plaid', 'Plaid Cymru', '#005b54', white],
  green: ['Green', 'the Greens', '#02a95b', black],
  ruk: ['Reform', 'Reform UK', '#12b6cf', black],
  brx: ['Brexit', 'the Brexit Party', '#12b6cf', black],
  ukip: ['UKIP', 'UKIP', '#70147a', white],
  dup: ['DUP', 'the DUP', '#e08a6c', black],
  sf: ['SF', 'Sinn Féin', '#326760', white, 'F'],
  sdlp: ['SDLP', 'the SDLP', '#2aa82c', black],
  uup: ['UUP', 'the UUP', '#48a5ee', black],
  apni: ['Alliance', 'Alliance', '#f6cb2f', black],
  tuv: ['TUV', 'the TUV', '#0c3a6a', white],
  wpb: ['Workers', 'the Workers Party', '#780021', white],
  alba: ['Alba', 'Alba', '#005eb8', white],
  sdp: ['SDP', 'the Social Democratic Party', '#d25469', black],
  bf: ['Britain First', 'Britain First', '#2d4a8a', white],
  mrlp: ['Loony', 'the Monster Raving Loony Party', '#ff66c4', black, 'M'],
  yrks: ['Yorkshire', 'the Yorkshire Party', '#00aeef', black],
  ind: ['Ind', 'an independent', '#dcdcdc', black],
  lib: ['Lib', 'the Liberals', '#eb7a43', black],
  res: ['Respect', 'Respect', '#46801c', white],
  ilp: ['ILP', 'the Independent Labour Party', '#b22222', white],
  enp: ['ENP', 'the English National Party', '#915f6d', white],
  upu: ['UPUP', 'the Ulster Popular Unionists', '#ffdead', black],
  uku: ['UK Unionist', 'the UK Unionists', '#660066', white],
  unity: ['Unity', 'Unity', '#3cb371', black],
  'dem-lab': ['Dem Lab', 'Democratic Labour', '#e06377', black],
  'anti-h-block': ['Anti H-Block', 'Anti H-Block', '#2f6b4f', white],
  spk: ['Speaker', 'the Speaker', '#6f7276', white, 'K'],
}
/** Ids come from outside: what every object has by name is no party. */
const table = new Map(Object.entries(rows))

/**
 * Independents and the Speaker are persons: a sentence treats them as one (“the Speaker holds”, “Labour hold”), and no
 * swing and no change of a party’s share is theirs.
 */
export const isPerson = (id: string): boolean => id === 'spk' || id === 'ind'

/** Every party that has a row. */
export const knownParties = (): Party[] => [...table.keys()].map(partyOf)

/** True of a party that has a row. */
export const isKnownParty = (id: string): boolean => table.has(id)

/**
 * The party with this id. A party that has no row of its own is shown by its abbreviation, or by the words of its id,
 * in capitals and in grey: its full name is on the ballot paper, in the candidate's `description`, and in the baseline's `name`.
 */
export const partyOf = (id: string): Party => {
  const [short, name, colour, ink, letter = short.slice(0, 1)] = table.get(id) ?? unknown(id)
  return { id, short, name, letter, colour, ink }
}

/** "Labour", "the Conservatives". */
export const partyName = (id: string): string => partyOf(id).name

const unknown = (id: string): Row => {
  const words = id.replaceAll('-', ' ').toUpperCase()
  return [words, words, '#8f9499', black]
}

const aliases: Readonly<Record<string, string>> = {
  alliance: 'apni',
  'lab coop': 'lab',
  speaker: 'spk',
  pbpa: 'pbp',
}

/** Party id for an abbreviation as the House of Commons Library writes it: "Lab", "BRX", "Comm L". */
export const abbreviationToParty = (abbreviation: string): string => {
  const plain = abbreviation.trim().toLowerCase()
  const alias = Object.hasOwn(aliases, plain) ? aliases[plain] : undefined
  return alias ?? plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}
