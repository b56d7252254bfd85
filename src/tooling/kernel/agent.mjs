import { spawn } from 'node:child_process'
import dgram from 'node:dgram'
import { writeFileSync } from 'node:fs'
import net from 'node:net'
import { createInterface } from 'node:readline'

/** Runs inside one network namespace, takes one request per line and answers each with one line. */

const spoken = (host, port) => `${host} ${port}`

/** Runs a program with text on its standard input. */
function run({ command, args, input = '' }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data) => (stdout += data))
    child.stderr.on('data', (data) => (stderr += data))
    child.on('error', ({ message }) => resolve({ code: 127, stdout, stderr: message }))
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** Kernel settings of this namespace; returns those that could not be set. */
function sysctl(settings) {
  return Object.entries(settings).flatMap(([name, value]) => {
    try {
      writeFileSync(`/proc/sys/net/${name}`, String(value))
      return []
    } catch (error) {
      return [`${name}: ${error.code}`]
    }
  })
}

function listenTcp({ address, port }) {
  return new Promise((resolve) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => {})
      socket.end(
        `${spoken(socket.localAddress, socket.localPort)} ${spoken(socket.remoteAddress, socket.remotePort)}`,
      )
    })
    server.once('error', (error) => resolve({ error: error.code }))
    server.listen({ host: address, port }, () => resolve({}))
  })
}

function listenUdp({ address, port }) {
  return new Promise((resolve) => {
    const socket = dgram.createSocket({ type: net.isIPv6(address) ? 'udp6' : 'udp4', reuseAddr: true })
    socket.once('error', (error) => resolve({ error: error.code }))
    socket.on('message', (_, from) => socket.send(spoken(from.address, from.port), from.port, from.address))
    socket.bind({ address, port }, () => {
      socket.on('error', () => {})
      resolve({})
    })
  })
}

/** Opens real sockets that answer with what they see; returns each one's error, if any. */
const listen = (listeners) =>
  Promise.all(listeners.map((one) => (one.protocol === 'Tcp' ? listenTcp(one) : listenUdp(one))))

function callTcp({ localAddress, localPort, to, port, patience }, done) {
  const socket = net.connect({ host: to, port, localPort, ...(localAddress ? { localAddress } : {}) })
  let heard = ''
  socket.on('data', (data) => (heard += data))
  socket.on('end', () => done({ outcome: 'answered', heard }))
  socket.on('error', (error) =>
    done({ outcome: error.code === 'ECONNREFUSED' ? 'refused' : 'failed', error: error.code }),
  )
  setTimeout(() => done({ outcome: 'silent' }), patience)
  return () => socket.destroy()
}

function callUdp({ localAddress, localPort, to, port, patience }, done) {
  const socket = dgram.createSocket(net.isIPv6(to) ? 'udp6' : 'udp4')
  socket.on('message', (data) => done({ outcome: 'answered', heard: String(data) }))
  socket.on('error', (error) =>
    done({ outcome: error.code === 'ECONNREFUSED' ? 'refused' : 'failed', error: error.code }),
  )
  // A connected socket hears of an unreachable port, and takes answers from the called address only.
  socket.bind({ port: localPort, ...(localAddress ? { address: localAddress } : {}) }, () =>
    socket.connect(port, to, (error) => {
      if (error) done({ outcome: 'failed', error: error.code })
      else socket.send('?')
    }),
  )
  setTimeout(() => done({ outcome: 'silent' }), patience)
  return () => socket.close()
}

/** Sends to an address and waits, but not longer than `patience` milliseconds, for what comes back. */
function call(request) {
  return new Promise((resolve) => {
    let close = () => {}
    let settled = false
    const done = (result) => {
      if (settled) return
      settled = true
      resolve(result)
      setImmediate(() => close())
    }
    close = (request.protocol === 'Tcp' ? callTcp : callUdp)(request, done)
  })
}

const commands = { run, sysctl, listen, calls: (requests) => Promise.all(requests.map(call)) }

// A broken pipe means that whoever started this is gone.
process.stdout.on('error', () => process.exit())
createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const { id, command, value } = JSON.parse(line)
    try {
      process.stdout.write(`${JSON.stringify({ id, result: await commands[command](value) })}\n`)
    } catch (error) {
      process.stdout.write(`${JSON.stringify({ id, error: String(error.stack ?? error) })}\n`)
    }
  })
  // The namespace goes with its last process.
  .on('close', () => process.exit())
process.stdout.write(`${JSON.stringify({ ready: true })}\n`)
