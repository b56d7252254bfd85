import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.mjs'

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

const headers = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': contentSecurityPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** A path without what follows a `#` that a mail program has written as `%23`, which takes the link into the path. */
const withoutLink = (requestPath) => requestPath.replace(/%(?:25)*23.*$/s, '')

/** The file a request path stands for, or undefined for one outside the folder or hidden in it. */
export function fileFor(folder, requestPath) {
  let decoded
  try {
    decoded = decodeURIComponent(requestPath.split(/[?#]/, 1)[0])
  } catch {
    return undefined
  }
  const parts = decoded.split('/').filter((part) => part !== '')
  // Names that begin with a dot cover `..` and what the build keeps for itself.
  if (parts.some((part) => part.startsWith('.') || /[\\\0:]/.test(part))) return undefined
  return path.join(folder, ...(decoded.endsWith('/') ? [...parts, 'index.html'] : parts))
}

async function answer(folder, request, response) {
  const end = (status, text) => {
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, 'Method not allowed\n')
  const file = fileFor(folder, withoutLink(request.url ?? '/'))
  const found = file ? await stat(file).catch(() => undefined) : undefined
  if (!file || !found?.isFile()) return end(404, 'Not found\n')
  response.writeHead(200, {
    ...headers,
    'Content-Type': contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': found.size,
  })
  if (request.method === 'HEAD') return response.end()
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** Serves a folder on loopback only and resolves to its address and a way to stop. Port 0 means any. */
export function serve(folder, port) {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      answer(folder, request, response).catch(() => response.destroy())
    })
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address()
      resolve({
        url: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : port}/`,
        close: () => {
          server.closeAllConnections()
          return new Promise((closed) => server.close(closed))
        },
      })
    })
  })
}
