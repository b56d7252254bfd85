import { expect, it } from 'vitest'
import { applyCommands } from './edit/command.ts'
import { lint } from './lint/lint.ts'
import { scenarios } from './scenarios/index.ts'
import { additionsOf } from './test-additions.ts'

it('reaches lint rules about settings that no scenario has', { timeout: 60_000 }, () => {
  const found = new Set(
    scenarios.flatMap(({ document }) =>
      additionsOf(document).flatMap(({ command }) =>
        lint(applyCommands(document, [command])).map(({ rule }) => rule),
      ),
    ),
  )
  expect([...found]).toEqual(
    expect.arrayContaining([
      'admin-state-without-probe',
      'backend-not-allowed',
      'feature-retiring',
      'flow-symmetry-not-guaranteed',
      'frontend-zones-on-public',
      'https-probe-on-basic',
      'ip-based-pool-default-outbound',
      'nat-rule-on-ip-based-pool',
      'outbound-rule-unsupported',
      'pool-spans-virtual-networks',
      'probe-interval-too-short',
      'probe-port-blocked',
      'public-ip-in-outbound-pool',
      'sku-mismatch',
      'tcp-reset-with-ha-ports',
      'virtual-network-overlaps-platform-address',
    ]),
  )
})
