/** A region or nation as a sentence has it: "the North West", "London". */
export const inWords = (region: string): string =>
  /^(North|South|East|West)\b/.test(region) ? `the ${region}` : region
