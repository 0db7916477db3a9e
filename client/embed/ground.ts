import type { EmbedAddress } from './address.ts'

/** Sets the ground that the address asks for, or that of the reader's system, for as long as that is so. [EMB3] */
export const setGround = (ground: EmbedAddress['ground']): void => {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const set = (): void => {
    const wanted = ground === 'auto' ? (dark.matches ? 'dark' : 'light') : ground
    document.documentElement.dataset['ground'] = wanted
  }
  set()
  dark.addEventListener('change', set)
}
