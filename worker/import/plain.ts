/** Small letters without accents or apostrophes, for comparing names: "Órfhlaith O’Neill" is "orfhlaith oneill". */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}|['’‘`]/gu, '')
    .toLowerCase()

/** Plain words joined by hyphens: "A Love, Emperor of India" is "a-love-emperor-of-india". */
export const hyphened = (text: string): string =>
  plain(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
