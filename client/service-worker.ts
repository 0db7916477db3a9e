import { listenForAlerts } from './push/listen.ts'
import { scope, tellPages } from './push/scope.ts'

const shell = 'my-shell'
const page = '/my'
/** No night has this name, so the page comes without a board: small. */
const emptyPage = '/my?night=-'
const versionAddress = '/version'

/** Fetches the page and all it names, and only then puts it in the place of what was there. [MY5] */
const fetchShell = async (): Promise<void> => {
  const version = await fetch(versionAddress, { cache: 'no-store' })
  const empty = await fetch(emptyPage, { cache: 'no-store' })
  const html = await empty.text()
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, address]) => address ?? '/')
  const addresses = [...new Set(named)]
  const parts = await Promise.all(addresses.map((address) => fetch(address)))
  if ([version, empty, ...parts].some(({ ok }) => !ok)) throw new Error('the page is not whole')
  const cache = await caches.open(shell)
  const kept = await cache.keys()
  await Promise.all(parts.map((part, place) => cache.put(addresses[place] ?? '/', part)))
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  await cache.put(page, new Response(html, { headers: { ...headers, ...policyOf } }))
  await cache.put(versionAddress, version)
  const wanted = new Set([...addresses, page, versionAddress])
  // Fonts are named by style sheets and never change: they stay.
  const old = kept.filter(({ url }) => !url.endsWith('.woff2') && !wanted.has(pathOf(url)))
  await Promise.all(old.map((request) => cache.delete(request)))
}

/** A page from the cache has the rules that the server would give it. */
const policyOf = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'",
}

const pathOf = (url: string): string => new URL(url).pathname

/** A few bytes tell whether the screens were built anew; the page that is open is told, since it is an old one. */
const refresh = async (): Promise<void> => {
  const kept = await caches.match(versionAddress)
  const [now, before] = await Promise.all([
    fetch(versionAddress, { cache: 'no-store' }).then((response) => response.text()),
    kept?.text(),
  ])
  if (now === before) return
  await fetchShell()
  await tellPages('renewed')
}

const openPage = async (request: Request): Promise<Response> => {
  const kept = await caches.match(page, { cacheName: shell })
  // Without a night the server knows which is on; with one the board that the page keeps is enough to begin with.
  if (kept && new URL(request.url).searchParams.has('night')) return kept
  try {
    return await fetch(request)
  } catch (fault) {
    if (kept) return kept
    throw fault
  }
}

const openPart = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request, { cacheName: shell })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await (await caches.open(shell)).put(request, response.clone())
  return response
}

scope.addEventListener('install', (event) => {
  event.waitUntil(fetchShell().then(() => scope.skipWaiting()))
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim())
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname === page && request.mode === 'navigate') {
    event.respondWith(openPage(request))
    event.waitUntil(refresh().catch(() => undefined))
  } else if (pathname.startsWith('/assets/') || pathname.startsWith('/my/')) {
    event.respondWith(openPart(request))
  }
})

listenForAlerts()
