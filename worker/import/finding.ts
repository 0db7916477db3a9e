/** Something in the files that does not tie. One that is refused stops the import; one that is flagged is told. */
export type Finding = {
  readonly weight: 'refused' | 'flagged'
  readonly seat: string
  readonly code: string
  readonly words: string
}

export const isRefusal = ({ weight }: Finding): boolean => weight === 'refused'

/** Findings as a table for a person, one a line, refusals first. */
export const findingsTable = (findings: readonly Finding[]): string => {
  const rows = [
    ...findings.filter(isRefusal),
    ...findings.filter((finding) => !isRefusal(finding)),
  ].map(({ weight, seat, code, words }) => [weight, seat, code, words] as const)
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length))
  const widths = [width(0), width(1), width(2)] as const
  return rows
    .map(([weight, seat, code, words]) =>
      [weight.padEnd(widths[0]), seat.padEnd(widths[1]), code.padEnd(widths[2]), words].join('  '),
    )
    .join('\n')
}
