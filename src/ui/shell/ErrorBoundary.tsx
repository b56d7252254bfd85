import { Component, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { backToOwn } from '../permalink/shared.ts'
import { flush } from '../saving/autosave.ts'
import { useWorkspace } from '../saving/workspace.ts'
import { currentDocument, useDocumentStore } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { downloadDocument } from './download.ts'
import { startEmpty } from './new-diagram.ts'

interface State {
  readonly error: unknown
}

/** What stands in place of the page when showing it fails. The diagram itself is kept and can be downloaded. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error ?? 'unknown' }
  }

  override componentDidCatch(): void {
    flush()
  }

  /** Shows the page again, without the dialog that may be what failed. */
  goOn(first?: () => void): void {
    first?.()
    useSession.setState({ dialog: null })
    this.setState({ error: undefined })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <main className="failure">
        <h1>The page could not be shown</h1>
        <p role="alert">
          A fault in Floatpath stopped it. Your diagram is still here: download it, then try again. If it
          happens again, start with an empty diagram and import the file later.
        </p>
        <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
        <div className="failure__actions">
          <Button variant="primary" onClick={() => downloadDocument(currentDocument())}>
            Download the diagram
          </Button>
          <Button onClick={() => this.goOn()}>Try again</Button>
          {useWorkspace.getState().shared ? (
            <Button onClick={() => this.goOn(backToOwn)}>Back to my diagram</Button>
          ) : (
            !useDocumentStore.getState().gate && (
              <Button onClick={() => this.goOn(startEmpty)}>Start empty</Button>
            )
          )}
        </div>
      </main>
    )
  }
}
