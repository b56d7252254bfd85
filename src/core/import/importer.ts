import type { TopologyDocument } from '../topology/document.ts'

/** Something that an import left out, could not evaluate, or had to assume. */
export interface ImportNote {
  readonly kind: 'left-out' | 'unresolved' | 'condition' | 'assumed'
  /** The Azure name of what it is about. */
  readonly subject: string
  readonly message: string
}

/** What the person who imports has to say to a template. */
export interface ImportOptions {
  /** Values of parameters by name, in any casing. */
  readonly parameters?: { readonly [name: string]: unknown }
}

/** A document made from somebody else's format, or why there is none. */
export type ImportResult =
  | {
      readonly ok: true
      readonly document: TopologyDocument
      readonly notes: readonly ImportNote[]
      /** Required parameters without a value; `<name>` stands for each. */
      readonly parameters: readonly string[]
    }
  | {
      readonly ok: false
      readonly message: string
      /** True where the format is known and this text of it could not be read. */
      readonly recognised: boolean
    }

/** One format that can be read. */
export interface Importer {
  readonly id: string
  readonly title: string
  /** Whether a JSON value is in this format. */
  recognise(value: unknown): boolean
  /** Reads it. May throw `ImportRefusal`; whoever calls turns that into a message. */
  read(value: unknown, options: ImportOptions): ImportResult
}

/** Input that is recognised and cannot be read. */
export class ImportRefusal extends Error {}
