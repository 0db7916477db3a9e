import { type Invariant, ofKind } from '../reading.ts'

/** I12: no process holds more memory than its role may. */
export const memory: Invariant = ({ lines }, bounds) =>
  ofKind(lines, 'memory').flatMap(({ role, pid, bytes, at }) => {
    const most = bounds.memory[role]
    if (most === undefined || bytes <= most) return []
    const words = `the ${role} ${pid} held ${megabytes(bytes)}, where ${megabytes(most)} are allowed`
    return [{ invariant: 'I12', words, at }]
  })

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`
