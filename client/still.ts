/** `?motion=off` stills what moves on a page. */
export const keepStillWhereAsked = (): void => {
  if (new URLSearchParams(location.search).get('motion') === 'off')
    document.documentElement.dataset['motion'] = 'off'
}
