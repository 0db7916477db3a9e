/** A party as screens and sentences show it. `ink` is the text colour that reads at 4.5:1 or better on `colour`. */
export type Party = {
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

const table: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  con: ['Con', 'the Conservatives', 'C', '#0087dc', black],
  lab: ['Lab', 'Labour', 'L', '#e4003b', white],
  ld: ['Lib Dem', 'the Liberal Democrats', 'D', '#faa61a', black],
  snp: ['SNP', 'the SNP', 'S', '#fdf38e', black],
  pc: ['Plaid', 'Plaid Cymru', 'P', '#005b54', white],
  green: ['Green', 'the Greens', 'G', '#02a95b', black],
  ruk: ['Reform', 'Reform UK', 'R', '#12b6cf', black],
  brx: ['Brexit', 'the Brexit Party', 'B', '#12b6cf', black],
  ukip: ['UKIP', 'UKIP', 'U', '#70147a', white],
  dup: ['DUP', 'the DUP', 'D', '#d46a4c', black],
  sf: ['SF', 'Sinn Féin', 'F', '#326760', white],
  sdlp: ['SDLP', 'the SDLP', 'S', '#2aa82c', black],
  uup: ['UUP', 'the UUP', 'U', '#48a5ee', black],
  apni: ['Alliance', 'Alliance', 'A', '#f6cb2f', black],
  tuv: ['TUV', 'the TUV', 'T', '#0c3a6a', white],
  wpb: ['Workers', 'the Workers Party', 'W', '#780021', white],
  alba: ['Alba', 'Alba', 'A', '#005eb8', white],
  sdp: ['SDP', 'the Social Democratic Party', 'S', '#d25469', black],
  bf: ['Britain First', 'Britain First', 'B', '#2d4a8a', white],
  mrlp: ['Loony', 'the Monster Raving Loony Party', 'M', '#ff66c4', black],
  yrks: ['Yorkshire', 'the Yorkshire Party', 'Y', '#00aeef', black],
  ind: ['Ind', 'an independent', 'I', '#dcdcdc', black],
  lib: ['Lib', 'the Liberals', 'L', '#eb7a43', black],
  res: ['Respect', 'Respect', 'R', '#46801c', white],
  ilp: ['ILP', 'the Independent Labour Party', 'I', '#b22222', white],
  enp: ['ENP', 'the English National Party', 'E', '#915f6d', white],
  upu: ['UPUP', 'the Ulster Popular Unionists', 'U', '#ffdead', black],
  uku: ['UK Unionist', 'the UK Unionists', 'U', '#660066', white],
  unity: ['Unity', 'Unity', 'U', '#3cb371', black],
  'dem-lab': ['Dem Lab', 'Democratic Labour', 'D', '#e06377', black],
  'anti-h-block': ['Anti H-Block', 'Anti H-Block', 'A', '#2f6b4f', white],
  spk: ['Speaker', 'the Speaker', 'K', '#6f7276', white],
}

/** Whether a sentence treats it as one person: "the Speaker holds", "Labour hold". */
export const isOnePerson = (id: string): boolean => id === 'spk' || id === 'ind'

/** Every party that has a row. */
export const knownParties = (): Party[] => Object.keys(table).map(partyOf)

/**
 * The party with this id. A party that has no row of its own is shown by its abbreviation, in grey:
 * its full name is on the ballot paper, in the candidate's `description`.
 */
export const partyOf = (id: string): Party => {
  const [short, name, letter, colour, ink] = table[id] ?? [
    id.toUpperCase(),
    id.toUpperCase(),
    id.slice(0, 1).toUpperCase(),
    '#8f9499',
    black,
  ]
  return { id, short, name, letter, colour, ink }
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
  return aliases[plain] ?? plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}
