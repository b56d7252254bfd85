import { useSession } from '../store/session.ts'

/** Takes the probes of a VM to be up or down, or with `null` as the diagram says. */
export function assumeProbe(virtualMachine: string, state: 'up' | 'down' | null): void {
  useSession.setState(({ whatIf }) => {
    const next = new Map(whatIf)
    if (state === null) next.delete(virtualMachine)
    else next.set(virtualMachine, state)
    return { whatIf: next }
  })
}

/** Back to what the diagram says. */
export function clearWhatIf(): void {
  if (useSession.getState().whatIf.size > 0) useSession.setState({ whatIf: new Map() })
}

/** Forgets what Azure's health answers said. */
export function clearMeasured(): void {
  if (useSession.getState().measured.size > 0) useSession.setState({ measured: new Map() })
}
