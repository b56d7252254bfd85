import { flush } from '../saving/autosave.ts'
import { notify } from '../store/session.ts'

/** How often a page that stays open looks for a new version at most, in milliseconds. */
const lookAgainAfter = 60 * 60_000

/** Whether a worker keeps the very script that this page runs. */
function isOfThisVersion(worker: ServiceWorker): Promise<boolean> {
  const address = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage({ kind: 'has', address }, [port2])
  })
}

let reloading = false

/** Lets the new version take over, after everything is saved, and shows it. */
async function change(worker: ServiceWorker): Promise<void> {
  await flush()
  reloading = true
  worker.postMessage({ kind: 'take over' })
}

/** A new version is there: a page that is new already takes it, an older one asks first. */
async function offer(worker: ServiceWorker): Promise<void> {
  if (await isOfThisVersion(worker)) {
    worker.postMessage({ kind: 'take over' })
    return
  }
  notify({
    tone: 'info',
    text: 'A new version of Floatpath is ready. Your diagram is kept.',
    action: { label: 'Reload', run: () => void change(worker) },
  })
}

function watch(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator
  const whenInstalled = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      // Without a controller this is the first visit, and there is nothing to change from.
      if (worker.state === 'installed' && serviceWorker.controller) offer(worker)
    })
  if (registration.waiting && serviceWorker.controller) offer(registration.waiting)
  whenInstalled(registration.installing)
  registration.addEventListener('updatefound', () => whenInstalled(registration.installing))
  serviceWorker.addEventListener('controllerchange', () => {
    // Only the tab that asked for it: others keep what they show.
    if (reloading) location.reload()
  })
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < lookAgainAfter) return
    looked = Date.now()
    registration.update().catch(() => {})
  })
}

/** Keeps the page in the browser, so that it opens without a network from the second visit on. */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  try {
    watch(await navigator.serviceWorker.register('./service-worker.js'))
  } catch {
    // Private windows may refuse it. The page works all the same while there is a network.
  }
}
