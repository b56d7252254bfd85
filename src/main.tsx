import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'reactflow/dist/base.css'
import './ui/styles/index.css'
import { App } from './ui/App.tsx'
import { installClipboard } from './ui/canvas/clipboard-keys.ts'
import { later, loadTheRest } from './ui/components/lazily.ts'
import { applyTheme } from './ui/saving/preferences.ts'
import { startUp } from './ui/saving/start-up.ts'
import { foldOnLowPages } from './ui/shell/fold-on-low-pages.ts'
import { installKeyboard } from './ui/shell/keyboard.ts'
import { keepWatching } from './ui/store/keep-watching.ts'
import { loadLinter } from './ui/store/linter.ts'

const offline = later(() => import('./ui/offline/keep-offline.ts'))

applyTheme()
foldOnLowPages()
installKeyboard()
installClipboard()
keepWatching()

// No await at the top: what is loaded later imports this file and would wait for it, while it waits for them.
startUp().then(() => {
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  loadLinter()
  loadTheRest()
  offline().then(
    ({ keepOffline }) => keepOffline(),
    () => undefined,
  )
})
