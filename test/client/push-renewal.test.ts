import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const keys = { p256dh: 'p256dh-of-the-phone', auth: 'auth-of-the-phone' }
const fresh = {
  endpoint: 'https://push.example/two',
  toJSON: () => ({ endpoint: 'https://push.example/two', keys }),
}

/** A protected house, and a worker's scope with one subscription in store; what was asked, and as whom. */
const standIn = () => {
  const own = { night: 'tonight', id: 'one', token: 'of-the-phone', viewToken: 'of-this-house' }
  const kept = { ...own, endpoint: 'https://push.example/one' }
  const asked: unknown[] = []
  vi.stubGlobal('self', {
    registration: { pushManager: { subscribe: async () => fresh } },
  })
  vi.stubGlobal('caches', {
    open: async () => ({
      keys: async () => ['/my/alerts/subscription/tonight'],
      match: async () => Response.json(kept),
      put: async () => undefined,
    }),
  })
  vi.stubGlobal('fetch', async (path: string, { method, headers }: RequestInit) => {
    const bearer = new Headers(headers).get('authorization')
    asked.push([method, path, bearer])
    const isReader = bearer === 'Bearer of-this-house' || method === 'PATCH'
    return isReader ? Response.json({ key: 'AAAA' }) : Response.json({}, { status: 401 })
  })
  return asked
}

test('[ALR66] a browser that says nothing of its old address is subscribed again in a protected house too', async () => {
  const asked = standIn()
  const { renewSubscriptions } = await import('@night/client/push/renew')
  await renewSubscriptions(Object.assign(new Event('change'), { waitUntil: () => undefined }))
  expect(asked).toEqual([
    ['GET', '/api/alerts/key', 'Bearer of-this-house'],
    ['PATCH', '/api/alerts/subscriptions/one', 'Bearer of-the-phone'],
  ])
})
