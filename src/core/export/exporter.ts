import type { TopologyDocument } from '../topology/document.ts'

/** What a file is written in: for its colours and for the parser that tests it. */
export type ExportLanguage =
  | 'json'
  | 'bicep'
  | 'hcl'
  | 'shell'
  | 'powershell'
  | 'batch'
  | 'yaml'
  | 'ini'
  | 'http'
  | 'markdown'
  | 'csv'
  | 'svg'
  | 'text'

/** One file that an exporter writes. */
export interface ExportFile {
  /** Its name, without a folder. */
  readonly name: string
  readonly language: ExportLanguage
  readonly text: string
  /** The id of the resource that each line of the text comes from. */
  readonly lines?: readonly (string | undefined)[]
}

/** What an exporter made. No files: the document holds nothing for this format. */
export interface ExportResult {
  readonly files: readonly ExportFile[]
  /** What the format cannot express and what had to be renamed, as sentences. */
  readonly notes: readonly string[]
}

/** A finding of the document, as far as an export repeats it. */
export interface ExportFinding {
  readonly severity: 'error' | 'warning' | 'info'
  readonly resource: string
  readonly message: string
  /** What else it concerns. */
  readonly related?: readonly string[]
}

/** `everything` creates all of it; `load-balancer` refers to networks and machines that exist. */
export type ExportScope = 'everything' | 'load-balancer'

/** What the caller may choose. An exporter reads what it knows. */
export interface ExportOptions {
  readonly scope?: ExportScope
  /** Findings to repeat as comments. The caller has the linter. */
  readonly findings?: readonly ExportFinding[]
  /** Only the guest of this virtual machine. */
  readonly machine?: string
  /** What is deployed: only what has changed since is written. */
  readonly base?: TopologyDocument
  /** Major version of the azurerm provider. */
  readonly azurerm?: 4 | 5
  /** Whether machines are created with a small image, or are expected to exist. */
  readonly machines?: 'create' | 'existing'
  /** Colours of a picture. */
  readonly theme?: 'light' | 'dark'
  readonly background?: 'solid' | 'transparent'
  /** Whether a picture says what its colours and marks mean. */
  readonly legend?: 'with' | 'without'
  /** A link that opens the document. */
  readonly link?: string
}

/** One format that a document can be written in. */
export interface Exporter {
  readonly id: string
  readonly title: string
  /** What it is for, in one sentence. */
  readonly about: string
  readonly languages: readonly ExportLanguage[]
  /** Which of the choices it reads. */
  readonly reads: readonly (keyof ExportOptions)[]
  export(document: TopologyDocument, options?: ExportOptions): ExportResult
}
