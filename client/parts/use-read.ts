import { useEffect, useState } from 'preact/hooks'
import type { Read } from './reading.ts'

/** Milliseconds after which a server that was away is asked again. */
const pause = 2000

/**
 * What was read for a key; null until it is there. A new key reads anew, and what comes late for an old one is dropped;
 * where the server cannot answer just now it is asked until it does.
 */
export const useRead = <Answer>(
  key: string,
  ask: (() => Promise<Read<Answer>>) | null,
): Read<Answer> | null => {
  const [read, setRead] = useState<{ key: string; read: Read<Answer> } | null>(null)
  const isAsked = ask !== null
  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const go = async (): Promise<void> => {
      const answer = await ask?.()
      if (!wanted || !answer) return
      setRead({ key, read: answer })
      if (!answer.ok && (answer.status === 0 || answer.status >= 500))
        timer = setTimeout(() => void go(), pause)
    }
    void go()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [key, isAsked])
  return read?.key === key ? read.read : null
}
