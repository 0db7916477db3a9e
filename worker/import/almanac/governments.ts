import type { Government } from '@night/shared/almanac'

/** The day on which the other of the two parties formed a government. 2010: the Conservatives led a coalition. */
const changes = [
  ['1945-07-26', 'lab'],
  ['1951-10-26', 'con'],
  ['1964-10-16', 'lab'],
  ['1970-06-19', 'con'],
  ['1974-03-04', 'lab'],
  ['1979-05-04', 'con'],
  ['1997-05-02', 'lab'],
  ['2010-05-11', 'con'],
  ['2024-07-05', 'lab'],
] as const

/** Who governed and who opposed since July 1945, from general knowledge. */
export const governments: readonly Government[] = changes.map(([from, government]) => ({
  from,
  government,
  opposition: government === 'lab' ? 'con' : 'lab',
}))
