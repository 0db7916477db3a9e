import { useEffect, useState } from 'preact/hooks'
import type { Told } from '../parts/talk.ts'

/** What was told last: the old answer stays until the new one is there, and what comes late is dropped. */
export const useLatest = <Answer>(
  key: number,
  ask: () => Promise<Told<Answer>>,
): Told<Answer> | null => {
  const [told, setTold] = useState<Told<Answer> | null>(null)
  useEffect(() => {
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const go = async (): Promise<void> => {
      const answer = await ask()
      if (!isWanted) return
      setTold((before) => (answer.ok || before === null ? answer : before))
      if (!answer.ok && (answer.status === 0 || answer.status >= 500))
        timer = setTimeout(() => void go(), 2000)
    }
    void go()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [key])
  return told
}
