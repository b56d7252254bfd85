import { useSession } from '../store/session.ts'

/** Starts with the panel under the canvas folded to its tabs where the page is low. */
export function foldOnLowPages(): void {
  if (innerHeight < 800) useSession.setState({ bottomOpen: false })
}
