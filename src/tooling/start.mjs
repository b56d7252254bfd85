import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { inProject, say } from './project.mjs'
import { serve } from './static-server.mjs'

const defaultPort = 4173

/** A port that was asked for is used or refused; the default one gives way to the next that is free. */
async function serveOnPort(wanted) {
  if (wanted !== undefined) {
    const port = Number(wanted)
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT=${wanted} is not a port.`)
    return serve(inProject('dist'), port).catch((error) => {
      throw new Error(`Port ${port} cannot be used: ${error.code ?? error.message}.`)
    })
  }
  for (let port = defaultPort; port < defaultPort + 100; port++) {
    try {
      return await serve(inProject('dist'), port)
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
    }
  }
  return serve(inProject('dist'), 0)
}

/** npm passes no signal on to what it runs, so a stopped `npm start` would leave the port taken. */
function endWithNpm() {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return
  setInterval(() => {
    if (process.ppid !== parent) process.exit()
  }, 300)
}

try {
  await ensureInstalled()
  await ensureBuilt(['page'])
  const { url } = await serveOnPort(process.env.PORT || undefined)
  endWithNpm()
  process.stdout.write(`Floatpath is ready at ${url}\n`)
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
