import { useLayoutEffect, useRef } from 'react'
import { type Choices, setCanvasState, useCanvasState } from './canvas-state.ts'

const close = () => setCanvasState({ choices: null })

function Menu({ title, at, options }: Choices) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    const opener = document.activeElement
    element.showPopover()
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - width - 8))}px`
    element.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - height - 8))}px`
    element.querySelector('button')?.focus()
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') close()
    }
    element.addEventListener('toggle', onToggle)
    return () => {
      element.removeEventListener('toggle', onToggle)
      const focused = document.activeElement
      const isLost = !focused || focused === document.body || element.contains(focused)
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [at])
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(index + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div
      ref={menu}
      popover="auto"
      className="choices"
      role="menu"
      tabIndex={-1}
      aria-label={title}
      onKeyDown={onKeyDown}
    >
      <p className="choices__title" role="presentation">
        {title}
      </p>
      {options.map(({ label, run }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          className="choices__option"
          onClick={() => {
            close()
            run()
          }}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

/** What to choose from where something was dropped. */
export function ChoicesMenu() {
  const choices = useCanvasState((state) => state.choices)
  return choices && <Menu {...choices} />
}
