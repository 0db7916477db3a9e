import { policyFor } from '@night/server/content-security'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const script = '<script type="module" src="/assets/my.js"></script>'

/** The service worker in a scope that has nothing yet; `pages` is what the server answers. */
const install = async (pages: Readonly<Record<string, Response>>) => {
  const kept = new Map<string, Response>()
  const cache = {
    keys: async () => [],
    put: async (path: string, response: Response) => kept.set(path, response),
  }
  let installed: Promise<unknown> = Promise.resolve()
  type Event = { readonly waitUntil: (work: Promise<unknown>) => void }
  vi.stubGlobal('self', {
    addEventListener: (kind: string, listen: (event: Event) => void) => {
      if (kind === 'install') listen({ waitUntil: (work) => void (installed = work) })
    },
    skipWaiting: async () => undefined,
  })
  vi.stubGlobal('caches', { open: async () => cache })
  vi.stubGlobal('fetch', async (path: string) => pages[path]?.clone() ?? Response.error())
  await import('@night/client/service-worker')
  return { kept, isDone: await installed.then(() => true).catch(() => false) }
}

test('[SEC7 MY5] the page that is kept has the rules that the server gives it, and may talk to our own server alone', async () => {
  const { kept } = await install({
    '/version': Response.json({ version: 'one' }),
    '/my?night=-': new Response(script),
    '/assets/my.js': new Response('1'),
  })
  const rules = kept.get('/my')?.headers.get('content-security-policy')?.split('; ')
  const { directives } = policyFor([])
  const kebab = (name: string): string =>
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  expect(rules).toEqual(
    Object.entries(directives).map(([name, values]) => [kebab(name), ...values].join(' ')),
  )
  expect(rules).toContain("connect-src 'self'")
})

test('[MY5] the page is kept with all it names', async () => {
  const { kept, isDone } = await install({
    '/version': Response.json({ version: 'one' }),
    '/my?night=-': new Response(script),
    '/assets/my.js': new Response('1'),
  })
  expect([isDone, [...kept.keys()]]).toEqual([true, ['/assets/my.js', '/my', '/version']])
})

test('[MY5] what is answered in place of the page is not kept as the page', async () => {
  const { kept, isDone } = await install({
    '/version': Response.json({ version: 'one' }),
    '/my?night=-': new Response('<h1>502 Bad Gateway</h1>', { status: 502 }),
  })
  expect([isDone, [...kept.keys()]]).toEqual([false, []])
})
