import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { useSession } from '../store/session.ts'
import { closeGuide } from './guide-state.ts'
import { guideSteps } from './guide-steps.ts'
import './guide.css'

interface GuideProps {
  readonly step: number
  /** Somebody asked for it, so that it takes the keyboard. */
  readonly isAsked: boolean
}

/** How far the ring stands from what it is around. */
const away = 4

/** Whether something is in sight as a whole: what is moved out of the canvas is behind the panels. */
function isWithin({ left, top, right, bottom }: DOMRect, canvas: Element | null | undefined): boolean {
  const frame = canvas?.getBoundingClientRect()
  if (!frame) return true
  return left >= frame.left && top >= frame.top && right <= frame.right && bottom <= frame.bottom
}

/** Keeps a ring around something on the page, wherever it moves to. */
function useRing(targets: readonly string[]) {
  const ring = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let frame = 0
    const follow = () => {
      frame = requestAnimationFrame(follow)
      const element = ring.current
      if (!element) return
      const target = targets.map((one) => document.querySelector(one)).find((found) => found !== null)
      const box = target?.getBoundingClientRect()
      element.hidden = !box || box.width === 0 || !isWithin(box, target?.closest('.react-flow'))
      if (!box) return
      Object.assign(element.style, {
        left: `${box.left - away}px`,
        top: `${box.top - away}px`,
        width: `${box.width + 2 * away}px`,
        height: `${box.height + 2 * away}px`,
      })
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [targets])
  return ring
}

/** A few steps through what is on the page. It stands beside the work and keeps nothing from being used. */
export function Guide({ step, isAsked }: GuideProps) {
  const card = useRef<HTMLElement>(null)
  const shown = guideSteps[step] ?? guideSteps[0]
  const ring = useRing(shown?.targets ?? [])
  const isLast = step >= guideSteps.length - 1
  useEffect(() => {
    if (isAsked) card.current?.focus()
  }, [isAsked])
  if (!shown) return null
  const go = (next: number) => useSession.setState({ guide: { step: next, isAsked: true } })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    closeGuide()
  }
  return (
    <>
      <div ref={ring} className="guide-ring" aria-hidden="true" />
      <section ref={card} className="guide" aria-label="Guide" tabIndex={-1} onKeyDown={onKeyDown}>
        <header className="guide__head">
          <h2>{shown.title}</h2>
          <IconButton size="small" label="Close the guide" icon={<X size={15} />} onClick={closeGuide} />
        </header>
        <p aria-live="polite">{shown.text}</p>
        <footer className="guide__foot">
          <span className="guide__count">
            {step + 1} of {guideSteps.length}
          </span>
          {!isLast && (
            <Button size="small" variant="ghost" onClick={closeGuide}>
              Skip
            </Button>
          )}
          <Button size="small" disabled={step === 0} onClick={() => go(step - 1)}>
            Back
          </Button>
          <Button size="small" variant="primary" onClick={() => (isLast ? closeGuide() : go(step + 1))}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </footer>
      </section>
    </>
  )
}
