import { useEffect, useRef, useState } from 'react'
import { useDiagnostics } from '../../store/derived.ts'
import { useIsChecked } from '../../store/linter.ts'
import { problemKey, stepProblem } from './go-to-problem.ts'
import { countOfErrors } from './severity.ts'

/** Says after each edit how many errors there are and how many are new, counts them in the title, and listens to F8. */
export function ProblemAnnouncer({ name }: { readonly name: string }) {
  const errors = useDiagnostics().filter(({ severity }) => severity === 'error')
  const isChecked = useIsChecked()
  const known = useRef<ReadonlySet<string>>(undefined)
  const [announcement, setAnnouncement] = useState('')
  const keys = errors.map(problemKey).join('\n')

  useEffect(() => {
    if (!isChecked) return
    const now = new Set(keys === '' ? [] : keys.split('\n'))
    const before = known.current
    known.current = now
    if (!before) return
    const fresh = [...now].filter((key) => !before.has(key)).length
    setAnnouncement(`${countOfErrors(now.size)}, ${fresh} new`)
  }, [keys, isChecked])

  useEffect(() => {
    const count = errors.length > 0 ? `(${errors.length}) ` : ''
    document.title = `${count}${name} – Floatpath`
  }, [errors.length, name])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      stepProblem(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <p className="visually-hidden" role="status">
      {announcement}
    </p>
  )
}
