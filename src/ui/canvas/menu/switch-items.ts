import { ArrowRightLeft, HeartPulse, Plug, ToggleLeft, ToggleRight, Unplug } from 'lucide-react'
import { createElement } from 'react'
import { isClusterAddress, resolve } from '../../../core/topology/model.ts'
import type { MenuItem } from '../../components/MenuEntry.tsx'
import { currentDocument } from '../../store/document.ts'
import { useLatestVerdicts } from '../../store/latest-verdicts.ts'
import { useSession } from '../../store/session.ts'
import { assumeProbe } from '../../what-if/assume.ts'
import type { Choices } from '../canvas-state.ts'
import { offerFailOver } from '../fail-over.ts'
import { setFloatingIP, setListening } from '../switches.ts'

/** Follows packets as if the VM's probes were the other way; this changes nothing in the diagram. */
export function whatIfItems(target: string): readonly MenuItem[] {
  const model = resolve(currentDocument())
  if (!model.find('virtualMachine', target)) return []
  const icon = createElement(HeartPulse, { size: 16 })
  if (useSession.getState().whatIf.has(target))
    return [{ label: 'End its what-if', icon, run: () => assumeProbe(target, null) }]
  const guest = useLatestVerdicts.getState().guestVerdicts.get(target) ?? []
  const probed = guest.filter(({ rule }) => model.find('loadBalancingRule', rule)?.probe !== undefined)
  if (probed.length === 0) return []
  const other = probed.every(({ probeDown }) => probeDown) ? 'up' : 'down'
  return [{ label: `What if its probe is ${other}`, icon, run: () => assumeProbe(target, other) }]
}

/** What a node's own switches do: floating IP of a rule, a listener, failover of a cluster address. */
export function switchItems(target: string, at: Choices['at']): readonly MenuItem[] {
  const model = resolve(currentDocument())
  const rule = model.find('loadBalancingRule', target) ?? model.find('inboundNatRule', target)
  if (rule) {
    const on = rule.enableFloatingIP ?? false
    return [
      {
        label: `Turn floating IP ${on ? 'off' : 'on'}`,
        icon: createElement(on ? ToggleLeft : ToggleRight, { size: 16 }),
        run: () => setFloatingIP(target, rule.name, !on),
      },
    ]
  }
  const listener = model.find('listener', target)
  if (listener) {
    const on = listener.enabled ?? true
    return [
      {
        label: on ? 'Stop listening' : 'Let it listen',
        icon: createElement(on ? Unplug : Plug, { size: 16 }),
        run: () => setListening(target, listener.name, !on),
      },
    ]
  }
  if (!isClusterAddress(model.find('frontendIPConfiguration', target))) return []
  const icon = createElement(ArrowRightLeft, { size: 16 })
  return [{ label: 'Fail over', icon, run: () => void offerFailOver(target, at, () => undefined) }]
}
