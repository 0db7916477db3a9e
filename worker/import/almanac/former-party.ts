import { partyOnBallot } from '../ballot-party.ts'

/** Party id for a name of the table: independents of every kind ("Ind LAB", "Ind Rep") are persons, hence "ind". */
export const formerParty = (listed: string): string =>
  /^ind\b/i.test(listed) ? 'ind' : partyOnBallot(listed, '')

/** Seats in Wales where the table has only "Nat", for Plaid Cymru; elsewhere that is the SNP. */
const inWales: ReadonlySet<string> = new Set(['Rhondda West', 'Ogmore', 'Ceredigion'])

type Listed = { readonly listed: string; readonly electionYear: number }

/**
 * Party id for a name in the table's columns of the general election before, which are groups: "Lib" is the Liberals or
 * their Alliance until 1987 and the Liberal Democrats since, "Nat" the SNP or Plaid Cymru; "Oth" says nothing.
 */
export const formerGroup = (group: string | null, { listed, electionYear }: Listed) => {
  if (group === null || group === 'Oth') return null
  if (group === 'Lib') return electionYear < 1992 ? 'lib' : 'ld'
  if (group === 'Nat') return inWales.has(listed) ? 'pc' : 'snp'
  return formerParty(group)
}
