import type { NightSummary } from '@night/shared/night'

const nameOf = ({ title, mode }: NightSummary): string => `${mode} ${title}`

/** The ids of nights that another night is called like. [SCR8] */
export const alikeIn = (nights: readonly NightSummary[]): ReadonlySet<string> => {
  const names = nights.map(nameOf)
  const isShared = (night: NightSummary): boolean =>
    names.indexOf(nameOf(night)) !== names.lastIndexOf(nameOf(night))
  return new Set(nights.filter(isShared).map(({ id }) => id))
}
