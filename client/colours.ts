import { partyOf } from '@night/shared/party'

/** A party's colour and the ink that reads on it, for the style sheets. */
export const colours = (party: string): Record<string, string> => {
  const { colour, ink } = partyOf(party)
  return { '--party': colour, '--ink': ink }
}
