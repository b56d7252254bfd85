import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { putBeside, type Side } from './beside.ts'
import { Keys } from './Keys.tsx'
import './tooltip.css'

const delay = 400

/** Where there is no room for words, `data-label-tips` lets groups say what they are. */
const tips = '[data-tooltip], [title], [data-label-tips] [role=group][aria-label]'

function tipped(target: EventTarget | null): HTMLElement | null {
  const found = target instanceof Element ? target.closest<HTMLElement>(tips) : null
  // A title is shown by the browser.
  return found?.matches('[title]:not([data-tooltip])') ? null : found
}

/** The element whose tooltip is due: pointed at for a moment, or focused with the keyboard. */
function useTipped(): HTMLElement | null {
  const [element, setElement] = useState<HTMLElement | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (next: HTMLElement | null, wait: number) => {
      clearTimeout(timer)
      if (next === null || wait === 0) setElement(next)
      else timer = setTimeout(() => setElement(next), wait)
    }
    const onOver = (event: PointerEvent) =>
      show(event.pointerType === 'touch' ? null : tipped(event.target), delay)
    const onFocus = ({ target }: FocusEvent) => {
      const next = tipped(target)
      show(next?.matches(':focus-visible') ? next : null, 0)
    }
    const hide = () => show(null, 0)
    const listeners = {
      pointerover: onOver,
      focusin: onFocus,
      focusout: hide,
      pointerdown: hide,
      keydown: hide,
    }
    const all = Object.entries(listeners) as [string, EventListener][]
    for (const [name, listener] of all) document.addEventListener(name, listener, true)
    return () => {
      clearTimeout(timer)
      for (const [name, listener] of all) document.removeEventListener(name, listener, true)
    }
  }, [])
  return element
}

/** The one tooltip of the page. It shows what `tooltip()` has put on the element that is pointed at or focused. */
export function Tooltip() {
  const element = useTipped()
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const tip = ref.current
    if (!tip || !element) return
    // A popover stands over modal dialogs, too.
    tip.showPopover()
    const side = (element.dataset.tooltipSide ?? 'bottom') as Side
    putBeside(element, tip, { side, align: 'middle', gap: 6 })
  }, [element])
  if (!element?.isConnected) return null
  const { tooltip: text = element.ariaLabel, tooltipKeys: keys } = element.dataset
  return (
    <div key={text} ref={ref} className="tooltip" popover="manual" aria-hidden="true">
      {text}
      {keys && <Keys keys={keys} />}
    </div>
  )
}
