import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { combine } from '../combine.ts'
import { importText } from '../import-text.ts'
import { healthCollector } from './collector.ts'

const rule = (name: string) =>
  `/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/loadBalancers/lb-web/loadBalancingRules/${name}`

/** Programs in place of those that ask Azure: they answer as its documentation says, at the second time. */
const programs = {
  az: `case "$*" in *get-access-token*) echo token ;; *"-g my-rg --lb-name lb-web"*) printf '%s\\r\\n' '${rule('https-a')}' '${rule('https-b')}' ;; esac`,
  curl: `case "$*" in
    *POST*) printf 'HTTP/2 202\\r\\nLocation: https://management.azure.com/later\\r\\n\\r\\n' ;;
    *later*) if [ -f "$0.asked" ]; then
        rm "$0.asked"
        echo '{"up":1,"down":1,"loadBalancerBackendAddresses":[{"ipAddress":"10.0.0.4","state":"Up","reason":"Up_Probe_Success"},'
        echo '{"ipAddress":"10.0.0.5","state":"Down","reason":"Down_Probe_HttpStatusCodeError"}]}'
      else touch "$0.asked"; fi ;;
  esac`,
  sleep: ':',
}

it.skipIf(process.platform === 'win32')('asks for every rule, waits, and prints what can be imported', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'floatpath-health-'))
  try {
    for (const [name, script] of Object.entries(programs)) {
      writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`)
      chmodSync(path.join(folder, name), 0o755)
    }
    const script = healthCollector.replace('RESOURCE_GROUP', 'my-rg').replace('LOAD_BALANCER', 'lb-web')
    const env = { PATH: `${folder}:${process.env.PATH ?? ''}` }
    const { stdout, stderr, status } = spawnSync('sh', ['-c', script], {
      env,
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect([status, stderr]).toEqual([0, ''])
    const result = importText(stdout)
    if (!result.ok) throw new Error(result.message)
    expect(result.health?.map((one) => one.rule)).toEqual([rule('https-a'), rule('https-b')])
    const { health } = combine([result], twoTlsSites)
    expect(health.map(({ machineName, state, reason }) => `${machineName} ${state} ${reason}`)).toEqual([
      'web1 up Up_Probe_Success',
      'web2 down Down_Probe_HttpStatusCodeError',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
