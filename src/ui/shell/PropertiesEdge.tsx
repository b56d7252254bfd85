import { useLayoutEffect } from 'react'
import { prefer, usePreferences } from '../saving/preferences.ts'
import { Edge } from './Edge.tsx'
import { useMedia } from './use-media.ts'

const least = 264
/** What the palette and a canvas that can be worked on need. */
const others = 616
const most = () => Math.max(least, Math.min(720, innerWidth - others))

/** The edge between the canvas and the properties beside it. */
export function PropertiesEdge() {
  const size = usePreferences((state) => state.propertiesWidth)
  // A page that becomes narrower leaves them less.
  useMedia(`(min-width: ${size + others}px)`)
  const width = Math.min(size, most())
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--properties-width', `${width}px`)
    return () => {
      style.removeProperty('--properties-width')
    }
  }, [width])
  return (
    <Edge
      label="Width of the properties"
      of="left"
      size={width}
      least={least}
      most={most()}
      onMove={(propertiesWidth) => usePreferences.setState({ propertiesWidth })}
      onEnd={(propertiesWidth) => prefer({ propertiesWidth })}
    />
  )
}
