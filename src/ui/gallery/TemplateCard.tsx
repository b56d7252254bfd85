import { CircleCheck, CircleX } from 'lucide-react'
import type { Template } from '../../core/scenarios/templates.ts'
import { Button } from '../components/Button.tsx'

/** A template: when to use it, how it starts, and what is to be learned where it starts broken. */
export function TemplateCard({
  template: { scenario, when, lesson },
  onOpen,
}: {
  readonly template: Template
  readonly onOpen: () => void
}) {
  const isBroken = lesson !== undefined
  const Icon = isBroken ? CircleX : CircleCheck
  return (
    <li className="gallery__card">
      <h4>{scenario.title}</h4>
      <p className={`gallery__state gallery__state--${isBroken ? 'bad' : 'ok'}`}>
        <Icon size={14} aria-hidden="true" />
        {isBroken ? 'Starts broken' : 'Works'}
      </p>
      <p>{when}</p>
      <p className="gallery__about">{lesson ?? scenario.about}</p>
      <Button size="small" aria-label={`Open ${scenario.title}`} onClick={onOpen}>
        Open
      </Button>
    </li>
  )
}
