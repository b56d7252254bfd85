import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './project.mjs'

const windows = process.platform === 'win32'

const stdio = {
  show: ['ignore', 'inherit', 'inherit'],
  stderr: ['ignore', 2, 2],
  capture: ['ignore', 'pipe', 'pipe'],
}

/**
 * Runs a program to its end and returns its exit code and, if captured, its output.
 * After `minutes` the program and everything it started are stopped and the code is 124.
 */
export function run(
  command,
  args,
  { cwd = root, env = {}, output = 'show', minutes = 10, shell = false } = {},
) {
  return new Promise((resolve) => {
    let text = ''
    let late = false
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: stdio[output],
      shell,
      // A group of its own, so that a browser does not outlive the test runner that started it.
      detached: !windows,
    })
    const stop = () => {
      try {
        if (windows) child.kill('SIGKILL')
        else process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    const interrupted = () => {
      stop()
      process.exit(130)
    }
    const timer = setTimeout(() => {
      late = true
      stop()
    }, minutes * 60_000)
    const finish = (code) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      resolve({ code: late ? 124 : code, text: late ? `${text}\nstopped after ${minutes} minutes` : text })
    }
    process.on('SIGINT', interrupted)
    process.on('SIGTERM', interrupted)
    child.stdout?.on('data', (data) => (text += data))
    child.stderr?.on('data', (data) => (text += data))
    child.on('error', (error) => {
      text += error.message
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Runs a program that an installed package brings, without a shell or npx in between. */
export const runScript = (script, args, options) =>
  run(process.execPath, [path.join(root, 'node_modules', script), ...args], options)

/** Runs npm: the one we were started by, else the one on the path. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  return npm?.endsWith('npm-cli.js')
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, { ...options, shell: windows })
}
