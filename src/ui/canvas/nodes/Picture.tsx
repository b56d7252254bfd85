import { type ReactNode, useEffect, useRef } from 'react'
import { askForPicture, usePictures } from './take-picture.ts'
import './picture.css'

interface PictureProps {
  /** What it shows, in which colour: pictures of one name look the same. */
  readonly name: string
  /** The colour of the drawing. */
  readonly color?: string
  /** Sets the colours that the drawing uses beyond that. */
  readonly className?: string
  /** The drawing, an svg element. */
  readonly children: ReactNode
}

/** A drawing as an image: inline, each is a layer of its own to the browser, and there are thousands. */
export function Picture({ name, color, className = '', children }: PictureProps) {
  const isTaken = usePictures(({ taken }) => taken.has(name))
  const frame = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    return isTaken || !frame.current ? undefined : askForPicture(name, frame.current)
  }, [name, isTaken])
  if (isTaken) return <span className={`picture picture--${name}`} />
  return (
    <span ref={frame} className={`picture ${className}`} style={{ color }}>
      {children}
    </span>
  )
}
