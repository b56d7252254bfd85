/** Up to this many listeners, a virtual machine shows all of them. */
const mostListeners = 8
/** How many it shows of more, the rest being counted. */
const shownOfMany = 6

/** Whether the listeners of a machine can be folded. */
export const areManyListeners = (count: number) => count > mostListeners

/** How many of a machine's listeners are shown: all of few; of many the first ones, without `collapsed` explicitly all. */
export function listenersShown(count: number, collapsed: boolean | undefined): number {
  return areManyListeners(count) && collapsed !== false ? shownOfMany : count
}
