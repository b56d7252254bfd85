import { linkInAddress } from '../permalink/address.ts'
import { prefer, usePreferences } from '../saving/preferences.ts'
import { useSession } from '../store/session.ts'

/** Opens the guide at its first step. */
export function openGuide(): void {
  useSession.setState({ guide: { step: 0, isAsked: true } })
}

/** Puts the guide away; it does not come back by itself. */
export function closeGuide(): void {
  useSession.setState({ guide: null })
  prefer({ guideSeen: true })
}

/** Whether this page is shown inside of another one. */
const isEmbedded = () => window.self !== window.top

/** Less would leave the diagram no room beside it. */
const leastHeight = 600

/**
 * Shows the guide on a first visit: not to somebody who follows a link to a diagram, nor inside of another page,
 * nor on a low one.
 */
export function offerGuide(isFirstVisit: boolean): void {
  const isSomebodyElses = linkInAddress(location) !== undefined || isEmbedded()
  if (!isFirstVisit || isSomebodyElses || innerHeight < leastHeight || usePreferences.getState().guideSeen)
    return
  useSession.setState({ guide: { step: 0, isAsked: false } })
}
