import { memo } from 'react'
import type { ExportFile } from '../../core/export/exporter.ts'
import { resolve } from '../../core/topology/model.ts'
import { currentDocument } from '../store/document.ts'
import { select } from '../store/session.ts'
import { highlight } from './highlight.ts'
import { PicturePreview } from './PicturePreview.tsx'

/** More lines than a person scrolls through; the file and the copy hold all of them. */
const shownLines = 1_500

interface Props {
  readonly files: readonly ExportFile[]
  readonly file: ExportFile | undefined
  readonly onFile: (name: string) => void
  /** Something of the diagram was selected. */
  readonly onSelected: () => void
  readonly nothing: string
  /** Whether a picture has no background of its own. */
  readonly transparent: boolean
}

interface Part {
  readonly start: number
  readonly source: string | undefined
  readonly lines: readonly string[]
}

/** Lines that follow each other and come from the same thing. */
function partsOf({ text, lines: sources = [] }: ExportFile): readonly Part[] {
  const parts: { start: number; source: string | undefined; lines: string[] }[] = []
  for (const [index, line] of text.split('\n').slice(0, shownLines).entries()) {
    const last = parts.at(-1)
    const source = sources[index]
    if (last && last.source === source) last.lines.push(line)
    else parts.push({ start: index, source, lines: [line] })
  }
  return parts
}

const Lines = memo(({ lines, language }: Pick<Part, 'lines'> & Pick<ExportFile, 'language'>) =>
  lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
    <span className="export__line" key={index}>
      {highlight(line, language).map(({ kind, text }, at) =>
        kind === 'plain' ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: nor have words
          <span className={`export__${kind}`} key={at}>
            {text}
          </span>
        ),
      )}
      {'\n'}
    </span>
  )),
)

interface CodeProps {
  readonly file: ExportFile
  readonly onSelected: () => void
}

/** The text of a file. What comes from a thing of the diagram is a button that selects it. */
function Code({ file, onSelected }: CodeProps) {
  const model = resolve(currentDocument())
  const count = file.text.split('\n').length
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section className="export__code" aria-label={file.name} tabIndex={0}>
        {partsOf(file).map(({ start, source, lines }) =>
          source !== undefined && model.get(source) ? (
            <button
              type="button"
              className="export__part"
              key={start}
              title={`Select ${model.nameOf(source)}`}
              onClick={() => {
                select([source], { reveal: true })
                onSelected()
              }}
            >
              <Lines lines={lines} language={file.language} />
            </button>
          ) : (
            <div className="export__part" key={start}>
              <Lines lines={lines} language={file.language} />
            </div>
          ),
        )}
      </section>
      {count > shownLines && (
        <p>
          The first {shownLines.toLocaleString('en')} lines are shown. The file and the copy hold all of it.
        </p>
      )}
    </>
  )
}

/** One of the files as it will be: a text or a picture. */
export function ExportPreview({ files, file, onFile, onSelected, nothing, transparent }: Props) {
  if (!file) return <p className="export__nothing">{nothing}</p>
  return (
    <div className="export__preview">
      {files.length > 1 && (
        <select
          className="input"
          aria-label="File"
          value={file.name}
          onChange={({ target }) => onFile(target.value)}
        >
          {files.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      {file.language === 'svg' ? (
        <PicturePreview file={file} transparent={transparent} />
      ) : (
        <Code file={file} onSelected={onSelected} />
      )}
    </div>
  )
}
