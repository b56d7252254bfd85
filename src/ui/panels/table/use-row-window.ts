import { type RefObject, useLayoutEffect, useState } from 'react'
import { windowOf } from './row-window.ts'

/** Which rows of a table that scrolls are drawn. */
export function useRowWindow(ref: RefObject<HTMLElement | null>, count: number) {
  const [shown, setShown] = useState(() => windowOf(0, 600, count))
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const look = () => {
      const next = windowOf(element.scrollTop, element.clientHeight, count)
      setShown((before) => (before.from === next.from && before.to === next.to ? before : next))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [ref, count])
  return { from: Math.min(shown.from, count), to: Math.min(shown.to, count) }
}
