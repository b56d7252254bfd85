import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inProject } from './project.mjs'

/** Files of `public` that the page needs; the others are for people. */
const needed = ['icon.svg', 'manifest.webmanifest']

const hashOf = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** The service worker with the list of everything that was built, and a version that changes with any of it. */
export function workerWith(template, built) {
  const names = [...built.keys()].toSorted()
  const version = hashOf([template, ...names.flatMap((name) => [name, built.get(name)])])
  // The page is asked for by its folder.
  const files = names.map((name) => (name === 'index.html' ? './' : `./${name}`))
  return template.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(files))
}

/**
 * Writes `404.html`, the page once more: where a mail program wrote `#` as `%23`, the link is a path to the host, and many
 * hosts answer paths that they do not have with this file.
 */
export function writeNotFoundPage() {
  return {
    name: 'floatpath:not-found-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page) this.emitFile({ type: 'asset', fileName: '404.html', source: page.source })
      },
    },
  }
}

/** Writes `service-worker.js` beside the built page. */
export function writeServiceWorker() {
  return {
    name: 'floatpath:service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = new Map(
          Object.values(bundle).map((file) => [
            file.fileName,
            file.type === 'chunk' ? file.code : file.source,
          ]),
        )
        for (const name of needed) built.set(name, readFileSync(inProject('public', name)))
        const template = readFileSync(inProject('src/ui/offline/worker.js'), 'utf8')
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: workerWith(template, built) })
      },
    },
  }
}
