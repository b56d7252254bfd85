import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** A listening socket that answers with what it sees. */
export interface Socket {
  readonly protocol: 'Tcp' | 'Udp'
  readonly address: string
  readonly port: number
}

/** A packet that an agent sends, and how long it waits for what comes back. */
export interface Request {
  readonly protocol: 'Tcp' | 'Udp'
  readonly localAddress?: string
  readonly localPort: number
  readonly to: string
  readonly port: number
  readonly patience: number
}

/** What came back: `heard` is the server's "local address, port, remote address, port", for UDP the last two only. */
export interface Response {
  readonly outcome: 'answered' | 'refused' | 'silent' | 'failed'
  readonly heard?: string
  readonly error?: string
}

/** A network namespace with a process in it. It has no name and ends with that process. */
export interface Namespace {
  readonly pid: number
  /** Runs lines of `ip`, each of which must succeed. */
  ip(family: '-4' | '-6', lines: readonly string[]): Promise<void>
  nft(ruleset: string): Promise<void>
  /** Runs a program, which must succeed, and gives what it printed. */
  run(command: string, args: readonly string[]): Promise<string>
  listTable(table: string): Promise<string>
  sysctl(settings: Readonly<Record<string, number>>): Promise<void>
  listen(sockets: readonly Socket[]): Promise<readonly { readonly error?: string }[]>
  call(requests: readonly Request[]): Promise<readonly Response[]>
  end(): void
}

interface Finished {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

type Ask = <Result>(command: string, value: unknown) => Promise<Result>

/** Sends numbered lines to the agent and hands each answer to who asked. */
function conversation(child: ChildProcess): { ready: Promise<void>; ask: Ask } {
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let last = 0
  let begin = () => {}
  let fail = (_: Error) => {}
  const ready = new Promise<void>((resolve, reject) => {
    begin = resolve
    fail = reject
  })
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, result, error } = JSON.parse(line)
      if (id === undefined) return begin()
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(result as never)
      else one?.reject(new Error(error))
    })
  }
  const gone = (error: Error) => {
    fail(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  child.on('error', gone)
  child.on('exit', (code) => gone(new Error(`A namespace ended with code ${code}.`)))
  child.stdin?.on('error', gone)
  const ask: Ask = (command, value) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      child.stdin?.write(`${JSON.stringify({ id, command, value })}\n`)
    })
  return { ready, ask }
}

/** Starts an agent in a new network namespace. */
export async function startNamespace(folder: string): Promise<Namespace> {
  const child = spawn('unshare', ['--net', process.execPath, path.join(folder, 'agent.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { ready, ask } = conversation(child)
  await ready
  const run = async (command: string, args: readonly string[], input?: string) => {
    const { code, stdout, stderr } = await ask<Finished>('run', { command, args, input })
    if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.trim()}\n${input ?? ''}`)
    return stdout
  }
  return {
    pid: child.pid ?? 0,
    ip: async (family, lines) => {
      if (lines.length > 0) await run('ip', [family, '-batch', '-'], `${lines.join('\n')}\n`)
    },
    run: (command, args) => run(command, args),
    nft: async (ruleset) => {
      await run('nft', ['-f', '-'], ruleset)
    },
    listTable: (table) => run('nft', ['-j', 'list', 'table', 'inet', table]),
    sysctl: async (settings) => {
      const problems = await ask<string[]>('sysctl', settings)
      if (problems.length > 0) throw new Error(`The kernel refuses settings: ${problems.join(', ')}`)
    },
    listen: (sockets) => ask('listen', sockets),
    call: (requests) => ask('calls', requests),
    end: () => {
      child.stdin?.end()
      child.kill('SIGKILL')
    },
  }
}
