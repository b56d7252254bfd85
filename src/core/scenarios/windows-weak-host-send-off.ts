import { patch } from '../topology/document.ts'
import { dropped, expects, inbound } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { windowsLoopback } from './windows-loopback.ts'

const title = 'Windows guest without weak host send'

/** The packet arrives, and the answer may not leave. */
export const windowsWeakHostSendOff: Scenario = {
  id: 'windows-weak-host-send-off',
  title,
  about:
    'Weak host send is off on the loopback adapter: a capture in the guest shows the packet but never an answer.',
  document: patch({ ...windowsLoopback.document, name: title }, 'loopbackInterface/win1-lo', {
    weakHostSend: false,
  }),
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      dropped('guest-egress', 'reply-strong-host-send'),
      '10.0.1.5 > 10.0.0.100:80',
    ),
  ],
}
