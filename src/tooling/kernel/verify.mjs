import { ensureInstalled } from '../ensure-installed.mjs'
import { inProject, isProgram, say } from '../project.mjs'
import { run } from '../run.mjs'

/** Debian keeps `ip` and `nft` where only root's path leads. */
const env = { PATH: `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin` }
const capture = { env, output: 'capture', minutes: 1 }

const asRoot = ['--net']
const asUser = ['--user', '--map-root-user', '--net']

/** Everything the comparison needs of a kernel, tried once. */
const trial = [
  'echo 1 > /proc/sys/net/ipv4/ip_forward',
  'ip link add one type veth peer name other',
  'nft add table inet trial',
  "nft 'add chain inet trial trial { type nat hook prerouting priority -100; }'",
].join(' && ')

/** How to get a network namespace of one's own, or why that cannot be. */
async function waysIn() {
  if (process.platform !== 'linux') return { why: `it needs Linux, and this is ${process.platform}` }
  for (const [program, question, origin] of [
    ['unshare', '--version', 'util-linux'],
    ['ip', '-V', 'iproute2'],
    ['nft', '--version', 'nftables'],
  ]) {
    const { code } = await run(program, [question], capture)
    if (code !== 0) return { why: `${program} is missing (package ${origin})` }
  }
  let why = ''
  for (const flags of process.getuid() === 0 ? [asRoot, asUser] : [asUser]) {
    const { code, text } = await run('unshare', [...flags, 'sh', '-c', trial], capture)
    if (code === 0) return { flags }
    why = text.trim().split('\n')[0]
  }
  return { why: `no network namespace can be had (${why})` }
}

/** Compares the guest half of the simulator with this machine's kernel: `agrees`, `disagrees` or `skipped`. */
export async function verifyKernel(args = []) {
  const { flags, why } = await waysIn()
  if (!flags) {
    console.log(`verify:kernel is skipped: ${why}.`)
    return 'skipped'
  }
  const program = [process.execPath, inProject('src', 'tooling', 'kernel', 'check.mjs'), ...args]
  const { code } = await run('unshare', [...flags, ...program], { env, minutes: 15 })
  return code === 0 ? 'agrees' : 'disagrees'
}

/** Sets guests of the templates up by their exported scripts and reads them with the collector: the same guests? */
async function verifyCollector() {
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  const test = 'src/tooling/kernel/collector.test.ts'
  const { code } = await run(process.execPath, [vitest, 'run', test], { env, minutes: 5 })
  return code === 0 ? 'agrees' : 'disagrees'
}

/** Whether a comparison that could not be made counts as a failure. */
export const isKernelRequired = process.env.FLOATPATH_REQUIRE_KERNEL === '1'

if (isProgram(import.meta.url)) {
  try {
    await ensureInstalled()
    const kernel = await verifyKernel(process.argv.slice(2))
    // `npm test` runs this one with the other unit tests.
    const result = kernel === 'agrees' ? await verifyCollector() : kernel
    process.exitCode = result === 'disagrees' || (result === 'skipped' && isKernelRequired) ? 1 : 0
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}
