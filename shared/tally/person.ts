/** Independents and the Speaker are persons: no swing and no change of a party's share is theirs. */
export const isPerson = (party: string): boolean => party === 'ind' || party === 'spk'
