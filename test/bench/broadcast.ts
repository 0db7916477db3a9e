import { setTimeout as sleep } from 'node:timers/promises'
import { forkChild } from './child.ts'
import { openBare } from './plain.ts'

type Plan = {
  readonly screens: number
  readonly events: number
  /** Milliseconds between two. A machine that had nothing to do for long takes longer for the next. */
  readonly every: number
}

/** Milliseconds from when a bare socket's server begins until a screen has an event: the median. */
export const measureBroadcast = async (
  { file, folder }: { readonly file: string; readonly folder: string },
  { screens, events, every }: Plan,
): Promise<number> => {
  const contestant = await openBare({ file, folder })
  const load = await forkChild('test/bench/load-main.ts')
  try {
    const target = contestant.target(null)
    await load.tell({ do: 'connect', target, count: screens, retry: [500, 1500] })
    await sleep(500)
    await load.tell({ do: 'expect', most: events })
    const { publishedAt } = await contestant.publish({ do: 'publish', count: events, every })
    await load.tell({ do: 'arrived', events })
    return (await load.tell({ do: 'latencies', publishedAt })).p50 ?? 0
  } finally {
    await load.kill()
    await contestant.close()
  }
}
