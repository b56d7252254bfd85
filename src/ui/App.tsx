import { Suspense } from 'react'
import { Canvas } from './canvas/Canvas.tsx'
import { SwarmFrame } from './canvas/swarm/SwarmFrame.tsx'
import { lazily } from './components/lazily.ts'
import { Tooltip } from './components/Tooltip.tsx'
import { useDifference } from './diff/difference.ts'
import { GuideFrame } from './guide/GuideFrame.tsx'
import { SharedBar } from './permalink/SharedBar.tsx'
import { OtherTabBar } from './saving/OtherTabBar.tsx'
import { BottomEdge } from './shell/BottomEdge.tsx'
import { BottomFrame } from './shell/BottomFrame.tsx'
import { Dialogs } from './shell/Dialogs.tsx'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { FileDrop } from './shell/FileDrop.tsx'
import { Notices } from './shell/Notices.tsx'
import { Palette } from './shell/Palette.tsx'
import { PropertiesFrame } from './shell/PropertiesFrame.tsx'
import { TopBar } from './shell/TopBar.tsx'
import { WhatIfFrame } from './what-if/WhatIfFrame.tsx'
import './shell/app.css'

const DifferenceBar = lazily(() => import('./diff/DifferenceBar.tsx'), 'DifferenceBar')

/** The page: top bar, palette, canvas, properties and the panel under the canvas. */
export function App() {
  const compared = useDifference(({ to }) => to !== null)
  return (
    <ErrorBoundary>
      <div className="app">
        <TopBar />
        <Palette />
        <main className="stage" aria-label="Diagram">
          <SharedBar />
          <OtherTabBar />
          <Suspense>{compared && <DifferenceBar />}</Suspense>
          <WhatIfFrame />
          <SwarmFrame />
          <div className="stage__canvas">
            <Canvas />
            <Notices />
          </div>
          <GuideFrame below="diagram" />
          <BottomEdge />
        </main>
        <BottomFrame />
        <PropertiesFrame />
      </div>
      <Dialogs />
      <FileDrop />
      <Tooltip />
    </ErrorBoundary>
  )
}
