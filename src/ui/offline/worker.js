// The service worker: keeps the files of the page, so that it opens without a network. The build fills in the list.
/* global self, caches, fetch */
const version = '__VERSION__'
const files = JSON.parse('__FILES__')
const prefix = 'floatpath-'
const cacheName = prefix + version
/** How long the network may take to hand over the page before the kept one is shown, in milliseconds. */
const patience = 3_000

const addressOf = (file) => new URL(file, self.registration.scope).href
const kept = new Set(files.map(addressOf))

/** All files or none: half a version would not work. */
async function keep() {
  const cache = await caches.open(cacheName)
  await cache.addAll(files.map((file) => new Request(addressOf(file), { cache: 'no-cache' })))
}

/** The version before this one stays: a tab that still runs it may have to load a part of it. */
async function forgetOld() {
  const own = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName)
  for (const name of own.slice(0, -1)) await caches.delete(name)
}

async function page(request) {
  const fresh = fetch(request)
  fresh.catch(() => {})
  const late = new Promise((resolve) => setTimeout(resolve, patience))
  const response = await Promise.race([fresh, late]).catch(() => undefined)
  if (response?.ok) return response
  const cache = await caches.open(cacheName)
  return (await cache.match(addressOf('./'))) ?? fresh
}

async function part(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(keep()))
self.addEventListener('activate', (event) => event.waitUntil(forgetOld()))

self.addEventListener('message', ({ data, ports }) => {
  // A page asks whether it is of this version, by the script it runs.
  if (data?.kind === 'has') ports[0]?.postMessage(kept.has(data.address))
  if (data?.kind === 'take over') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.includes('/assets/') || kept.has(request.url)) event.respondWith(part(request))
})
