import { setPlayer, useSession } from '../../store/session.ts'

/** Plays every packet of a rule, or with `null` of all rules, at once. */
export function playSwarm(rule: string | null): void {
  setPlayer({ playing: false, visible: false })
  useSession.setState({ swarm: { rule }, swarmCounts: null })
}

/** Stops them. */
export function stopSwarm(): void {
  useSession.setState({ swarm: null, swarmCounts: null })
}

/** Plays every packet of all rules, or stops what is played. */
export function toggleSwarm(): void {
  if (useSession.getState().swarm) stopSwarm()
  else playSwarm(null)
}
