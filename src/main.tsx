import { type ReactNode, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import 'reactflow/dist/base.css'
import './ui/styles/index.css'
import { App } from './ui/App.tsx'
import { installClipboard } from './ui/canvas/clipboard-keys.ts'
import { loadTheRest } from './ui/components/lazily.ts'
import { applyTheme } from './ui/saving/preferences.ts'
import { startUp } from './ui/saving/start-up.ts'
import { foldOnLowPages } from './ui/shell/fold-on-low-pages.ts'
import { installKeyboard } from './ui/shell/keyboard.ts'
import { startChecking } from './ui/store/after-typing.ts'
import { keepWatching } from './ui/store/keep-watching.ts'
import { loadLinter } from './ui/store/linter.ts'

const offline = () => import('./ui/offline/keep-offline.ts')

/** What is drawn is checked from then on. */
function Page({ children }: { readonly children: ReactNode }) {
  useEffect(() => startChecking(true), [])
  return children
}

function show(page: ReactNode): void {
  startChecking()
  keepWatching()
  const root = document.getElementById('root')
  if (root)
    createRoot(root).render(
      <StrictMode>
        <Page>{page}</Page>
      </StrictMode>,
    )
  loadLinter()
}

async function startPage(): Promise<void> {
  foldOnLowPages()
  installKeyboard()
  await startUp()
  // What is pasted goes into the diagram that is open, so there has to be one.
  installClipboard()
  show(<App />)
  loadTheRest()
  offline().then(
    ({ keepOffline }) => keepOffline(),
    () => undefined,
  )
}

/** In a frame of another page there is the diagram and nothing else. */
async function startFrame(): Promise<void> {
  const { EmbedApp, startEmbedded } = await import('./ui/embed/EmbedApp.tsx')
  show(<EmbedApp embedded={await startEmbedded()} />)
}

applyTheme()

// No await at the top: what is loaded later imports this file and would wait for it, while it waits for them.
const isFrame = new URLSearchParams(location.search).get('embed') === '1'
if (isFrame) startFrame()
else startPage()
