import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { root } from '../../support/root.ts'
import type { HistoryLine } from '../history.ts'
import { createHistoryFile } from './history-file.ts'

/** What a process of this environment says of itself while it runs, from inside. */
export const createProbe = (file: string, role: HistoryLine['role']) => {
  const { href } = pathToFileURL(join(root, 'test', 'faults', 'run', 'probe.mjs'))
  return {
    environment: { NODE_OPTIONS: `--import=${href}`, PROBE_FILE: file, PROBE_ROLE: role },
    read: createHistoryFile(file).read,
  }
}
