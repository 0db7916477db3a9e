import { anySubscription } from '../my/alerts/subscription-store.ts'
import { type OpenPage, scope } from './scope.ts'

/** Goes where an alert leads: a page that is there already, else my seats' page, else a new one. [ALR65] */
export const openAlert = async (data: unknown): Promise<void> => {
  const address = addressIn(data)
  const all = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = all.find(({ url }) => url === address.href)
  if (there && (await isFocused(there))) return
  // Only pages under /my are this worker's to lead elsewhere; a desk or a wall beside them stays.
  const [mine] = await scope.clients.matchAll({ type: 'window' })
  if (mine && (await isLed(mine, address.href))) return
  const subscription = await anySubscription()
  // A new page of a protected house knows no token yet.
  if (subscription?.viewToken) address.hash = `token=${subscription.viewToken}`
  await scope.clients.openWindow(address.href)
}

/** Never leaves our own pages, whatever stands in a notification. */
const addressIn = (data: unknown): URL => {
  const home = new URL('/my', location.origin)
  if (typeof data !== 'object' || data === null || !('path' in data)) return home
  const { path } = data
  if (typeof path !== 'string' || !URL.canParse(path, location.origin)) return home
  const address = new URL(path, location.origin)
  return address.origin === location.origin ? address : home
}

const isFocused = async (page: OpenPage): Promise<boolean> => {
  try {
    await page.focus()
    return true
  } catch {
    return false
  }
}

const isLed = async (page: OpenPage, address: string): Promise<boolean> => {
  try {
    await page.focus()
    await page.navigate(address)
    return true
  } catch {
    return false
  }
}
