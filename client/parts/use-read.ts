import { useEffect, useState } from 'preact/hooks'
import type { Read } from './reading.ts'

/** What was read for a key; null until it is there. A new key reads anew, and what comes late for an old one is dropped. */
export const useRead = <Answer>(
  key: string,
  ask: (() => Promise<Read<Answer>>) | null,
): Read<Answer> | null => {
  const [read, setRead] = useState<{ key: string; read: Read<Answer> } | null>(null)
  const isAsked = ask !== null
  useEffect(() => {
    let wanted = true
    const go = async (): Promise<void> => {
      const answer = await ask?.()
      if (wanted && answer) setRead({ key, read: answer })
    }
    void go()
    return () => {
      wanted = false
    }
  }, [key, isAsked])
  return read?.key === key ? read.read : null
}
