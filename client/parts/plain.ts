/** Small letters without their accents: "Ynys Môn" is found by "ynys mon". */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
