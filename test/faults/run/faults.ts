import type { Fault } from './fault.ts'
import { longFaults } from './long-faults.ts'
import { pushFaults } from './push-faults.ts'

export const faults: readonly Fault[] = [...pushFaults, ...longFaults]
