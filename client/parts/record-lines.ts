import type { RecordLine } from '@night/shared/result'

const ranked = /^(swing-(to|between|so)|overturned-|turnout-|majority-small|share-low|lost-by-)/

/** A line that ranks a figure among others; firsts, echoes and what was needed are context. [SEA4] */
export const isRecord = ({ id }: Pick<RecordLine, 'id'>): boolean => ranked.test(id)
