import { Component, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { flush } from '../saving/autosave.ts'
import { currentDocument } from '../store/document.ts'
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

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <main className="failure" role="alert">
        <h1>The page could not be shown</h1>
        <p>
          A fault in Floatpath stopped it. Your diagram is still here: download it, then try again. If it
          happens again, start with an empty diagram and import the file later.
        </p>
        <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
        <div className="failure__actions">
          <Button variant="primary" onClick={() => downloadDocument(currentDocument())}>
            Download the diagram
          </Button>
          <Button onClick={() => this.setState({ error: undefined })}>Try again</Button>
          <Button
            onClick={() => {
              startEmpty()
              this.setState({ error: undefined })
            }}
          >
            Start empty
          </Button>
        </div>
      </main>
    )
  }
}
