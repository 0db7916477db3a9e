/** `?motion=off` stills what moves on a page. */
export const keepStillWhereAsked = (): void => keepOff('motion')

/** `?colours=off` leaves the parties on a wall their letters and words alone. */
export const keepToLettersWhereAsked = (): void => keepOff('colours')

const keepOff = (name: 'motion' | 'colours'): void => {
  if (new URLSearchParams(location.search).get(name) === 'off')
    document.documentElement.dataset[name] = 'off'
}
