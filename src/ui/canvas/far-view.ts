/** Below this zoom nodes show only their names. */
const farZoom = 0.5
/** Below this one, smaller ones but for machines, which are wider than the rest. */
const machinesZoom = 0.3
/** Below this one, not even their names. */
const marksZoom = 0.2
/** And below this one, not even the names of frames. */
const dotsZoom = 0.12

/** How much may be zoomed before names get their size on the screen back. */
const mostStretch = 1.5
const pause = 120

type Level = 'names' | 'machines' | 'marks' | 'dots'

/** What a zoom leaves room for; nothing is left out where it is undefined. */
export function levelOf(zoom: number): Level | undefined {
  if (zoom >= farZoom) return undefined
  if (zoom >= machinesZoom) return 'names'
  if (zoom >= marksZoom) return 'machines'
  return zoom >= dotsZoom ? 'marks' : 'dots'
}

/**
 * Makes the function that tells the frame of the diagram how far away it is. What has one size on the screen
 * gets it when zooming pauses, and seldom before: each time, every node is laid out anew.
 */
export function startFarView(): (frame: HTMLElement, zoom: number) => void {
  let drawn = 1
  let timer = 0
  return (frame, zoom) => {
    const draw = () => {
      drawn = zoom
      frame.style.setProperty('--zoom', `${zoom}`)
    }
    window.clearTimeout(timer)
    const level = levelOf(zoom)
    const wasFar = frame.dataset.far !== undefined
    if (level === undefined) {
      if (!wasFar) return
      delete frame.dataset.far
      delete frame.dataset.labelTips
      return
    }
    if (frame.dataset.far !== level) frame.dataset.far = level
    // What has no room on a thing is said when it is pointed at.
    if (!wasFar) frame.dataset.labelTips = ''
    const stretch = Math.max(zoom / drawn, drawn / zoom)
    if (!wasFar || stretch > mostStretch) draw()
    else if (zoom !== drawn) timer = window.setTimeout(draw, pause)
  }
}
