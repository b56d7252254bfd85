import { edit } from '../store/document.ts'

/** Turns floating IP of a load-balancing or inbound NAT rule on or off. */
export function setFloatingIP(id: string, name: string, on: boolean): void {
  edit(`${on ? 'Enable' : 'Disable'} floating IP on ${name}`, [
    { type: 'resource.set', id, path: 'enableFloatingIP', value: on },
  ])
}

/** Stops a listener, or lets it listen again. */
export function setListening(id: string, name: string, on: boolean): void {
  edit(`${on ? 'Enable' : 'Stop'} ${name}`, [{ type: 'resource.set', id, path: 'enabled', value: on }])
}
