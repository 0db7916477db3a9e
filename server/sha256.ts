import { createHash } from 'node:crypto'
import type { Sha256 } from '@night/shared/chain'

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex')
