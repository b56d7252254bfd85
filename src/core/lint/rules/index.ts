import type { LintRule } from '../lint-rule.ts'
import { guestAddressMissing } from './guest-address-missing.ts'
import { listenerMissing } from './listener-missing.ts'
import { listenerOffFrontendAddress } from './listener-off-frontend-address.ts'
import { probeOnFrontendAddress } from './probe-on-frontend-address.ts'
import { probePortClosed } from './probe-port-closed.ts'
import { weakHostReceiveDisabled } from './weak-host-receive-disabled.ts'

/** Every lint rule, in the order in which findings of equal severity are shown. */
export const lintRules: readonly LintRule[] = [
  guestAddressMissing,
  weakHostReceiveDisabled,
  listenerOffFrontendAddress,
  listenerMissing,
  probeOnFrontendAddress,
  probePortClosed,
]
