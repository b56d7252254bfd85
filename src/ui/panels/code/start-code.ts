import { forEachDiagnostic, setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState, Transaction } from '@codemirror/state'
import { EditorView, type ViewUpdate } from '@codemirror/view'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { serializeDocument } from '../../../core/topology/serialize.ts'
import { shareUnchanged } from '../../../core/topology/share-unchanged.ts'
import { diagnosticsOf } from '../../store/derived.ts'
import { currentDocument, edit, useDocumentStore } from '../../store/document.ts'
import { useLinter } from '../../store/linter.ts'
import { select, useSession } from '../../store/session.ts'
import { inStep, useCode } from './code-state.ts'
import { marksOf, marksOfProblems, sliceOf, treeOf } from './diagnostics.ts'
import { createEditor } from './editor.ts'
import { idAt, rangeFrom, resourcesIn } from './json-tree.ts'
import { type CodeProblem, readCode } from './read-code.ts'
import { textChanges } from './text-changes.ts'

/** How long typing pauses before the text is taken over, in milliseconds. */
const pause = 400

/** Marks what the diagram does to the text, and not somebody who writes. */
const fromDiagram = Annotation.define<boolean>()
const byDiagram = [fromDiagram.of(true), Transaction.addToHistory.of(false)]

/** What can be done with the code view from outside of its editor. */
export interface Code {
  /** Goes on with the text, whatever became of the diagram. */
  readonly keepText: () => void
  /** Writes the diagram into the text. */
  readonly takeDiagram: () => void
  readonly stop: () => void
}

/** Starts the editor and keeps text and diagram the same: what is written reaches the diagram once it can be read. */
export function startCode(host: HTMLElement): Code {
  const kept = useCode.getState()
  const started = currentDocument()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the text was taken over as last. */
  let own: TopologyDocument | undefined
  let ownSelection: string | undefined

  const view = createEditor(host, kept.draft ?? serializeDocument(started), [
    EditorView.updateListener.of((update) => onUpdate(update)),
    EditorState.readOnly.of(useDocumentStore.getState().gate?.readOnly === true),
  ])

  function write(document: TopologyDocument): void {
    const changes = textChanges(view.state.doc.toString(), serializeDocument(document))
    view.dispatch({ changes: [...changes], annotations: byDiagram })
    inStep(document)
    showFindings()
  }

  function showFindings(): void {
    if (useCode.getState().draft !== null) return
    const marks = marksOf(view.state, diagnosticsOf(currentDocument()))
    view.dispatch(setDiagnostics(view.state, marks))
    noteFound()
  }

  /** Says what is found where the cursor is. */
  function noteFound(): void {
    const { head } = view.state.selection.main
    let found: ReturnType<typeof useCode.getState>['found'] = null
    forEachDiagnostic(view.state, ({ severity, message }, from, to) => {
      if (from <= head && head <= to && severity !== 'hint') found ??= { severity, message }
    })
    useCode.setState({ found })
  }

  function refuse(problems: readonly CodeProblem[]): void {
    const marks = marksOfProblems(view.state, problems)
    view.dispatch(setDiagnostics(view.state, marks))
    const [first] = marks
    if (!first) return
    const line = view.state.doc.lineAt(first.from)
    const [problem] = problems
    const at = problem && 'at' in problem ? problem.at : first.from
    useCode.setState({
      problem: {
        line: line.number,
        column: at - line.from + 1,
        reason: first.message,
        more: problems.length - 1,
      },
    })
    noteFound()
  }

  /** Takes the text over into the diagram, where it can be read and the diagram waits for it. */
  function take(): void {
    clearTimeout(timer)
    timer = undefined
    if (useCode.getState().draft === null) return
    const read = readCode(view.state.doc.toString())
    if (!read.ok) return refuse(read.problems)
    useCode.setState({ problem: null })
    if (useCode.getState().isConflict) return view.dispatch(setDiagnostics(view.state, []))
    const before = currentDocument()
    own = shareUnchanged(before, read.document)
    inStep(own)
    if (own === before) showFindings()
    else edit('Edit the JSON', [{ type: 'document.replace', document: own }], 'code', Date.now())
  }

  function followCursor(): void {
    const id = idAt(treeOf(view.state), sliceOf(view.state), view.state.selection.main.head)
    if (id === undefined || !Object.hasOwn(currentDocument().resources, id)) return
    const { selection } = useSession.getState()
    if (selection.length === 1 && selection[0] === id) return
    ownSelection = id
    select([id], { reveal: 'if-hidden', keepSheet: true })
  }

  function onUpdate(update: ViewUpdate): void {
    if (update.transactions.some((one) => one.annotation(fromDiagram))) return
    if (update.docChanged) {
      useCode.setState({ draft: update.state.doc.toString() })
      clearTimeout(timer)
      timer = setTimeout(take, pause)
    }
    if (update.focusChanged && !update.view.hasFocus && timer !== undefined) queueMicrotask(take)
    if (!update.selectionSet && !update.docChanged) return
    // Not while the editor is in the middle of an update.
    queueMicrotask(() => {
      if (isStopped) return
      if (update.selectionSet && update.view.hasFocus) followCursor()
      noteFound()
    })
  }

  /** Shows what is selected elsewhere, at its field where one is asked for. */
  function showSelected(): void {
    const { selection, field } = useSession.getState()
    const id = selection.at(-1)
    if (id === undefined || id === ownSelection || view.hasFocus) return
    const slice = sliceOf(view.state)
    const place = resourcesIn(treeOf(view.state), slice).get(id)
    if (!place) return
    const { from } = field ? rangeFrom(place, slice, field.path) : place.range
    view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 24 }),
      annotations: byDiagram,
    })
    noteFound()
  }

  let isStopped = false
  const stops = [
    useDocumentStore.subscribe(() => {
      const document = currentDocument()
      if (document === useCode.getState().base) return showFindings()
      if (useCode.getState().draft === null) return write(document)
      return useCode.setState({ isConflict: true })
    }),
    useLinter.subscribe(showFindings),
    useSession.subscribe((state, previous) => {
      if (state.selection === previous.selection && state.field === previous.field) return
      showSelected()
      ownSelection = undefined
    }),
  ]
  if (kept.draft === null) inStep(started)
  else {
    useCode.setState({ isConflict: kept.isConflict || kept.base !== started })
    take()
  }
  if (useCode.getState().draft === null) showFindings()
  showSelected()

  return {
    keepText: () => {
      useCode.setState({ isConflict: false, base: currentDocument() })
      take()
      view.focus()
    },
    takeDiagram: () => {
      write(currentDocument())
      view.focus()
    },
    stop: () => {
      if (timer !== undefined) take()
      isStopped = true
      for (const stop of stops) stop()
      view.destroy()
    },
  }
}
