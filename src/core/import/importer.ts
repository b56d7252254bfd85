import type { TopologyDocument } from '../topology/document.ts'
import type { ResourceType } from '../topology/resource-type.ts'
import type { Scopes } from './azure/scopes.ts'
import type { GuestFacts } from './guest/facts.ts'
import type { HealthFacts } from './health/facts.ts'

/** Something that an import left out, could not evaluate, or had to assume. */
export interface ImportNote {
  readonly kind: 'left-out' | 'unresolved' | 'condition' | 'assumed'
  /** The Azure name of what it is about. */
  readonly subject: string
  readonly message: string
}

/** A command that prints what an import refers to and does not describe. */
export interface NextCommand {
  readonly command: string
  /** What it brings, in a few words. */
  readonly brings: string
  /** The things of the document that it would describe. */
  readonly waitsFor: readonly string[]
}

/** A parameter of a template that has no value. */
export interface MissingParameter {
  readonly name: string
  /** `string`, `int`, `bool`, `array` or `object`. */
  readonly type: string
  readonly description?: string
  /** The only values that the template takes. */
  readonly allowedValues?: readonly unknown[]
}

/** What the person who imports has to say to a template. */
export interface ImportOptions {
  /** Values of parameters by name, in any casing. */
  readonly parameters?: { readonly [name: string]: unknown }
  /** Where the resources of the texts before are; what is read is added. */
  readonly scopes?: Scopes | undefined
}

/** A thing, and the types of its children of which all are known. */
export interface Whole {
  readonly id: string
  readonly types: readonly ResourceType[]
}

/** What was read out of one text. Pieces complete each other. */
export interface Piece {
  readonly document: TopologyDocument
  readonly notes: readonly ImportNote[]
  /** Required parameters without a value; `<name>` stands for each. */
  readonly parameters: readonly MissingParameter[]
  /** The names of all parameters that can be given. */
  readonly takes?: readonly string[]
  readonly next: readonly NextCommand[]
  /** Things of the document that are only referred to: of them the name is known. */
  readonly strangers?: readonly string[]
  /** Pools whose members are all known, so that members of before are none any more. */
  readonly wholePools: readonly string[]
  /** Things of which everything in them of these types is known, so that what is not there is gone. */
  readonly wholes?: readonly Whole[]
  /** What guests say of themselves. */
  readonly guests?: readonly GuestFacts[]
  /** What Azure's probes find. */
  readonly health?: readonly HealthFacts[]
  /** Whether the text was an empty list: it completes an import, and alone it is no diagram. */
  readonly isEmptyList?: boolean
}

/** A piece made from somebody else's format, or why there is none. */
export type ImportResult =
  | (Piece & {
      readonly ok: true
      /** What the format is called. */
      readonly format: string
    })
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
  /**
   * How a JSON value in this format is read, or a text that is no JSON, with `value` undefined; nothing where it is
   * in another format. Reading may throw `ImportRefusal`; whoever calls turns that into a message.
   */
  recognise(value: unknown, text: string): ((options: ImportOptions) => Piece) | undefined
}

/** Input that is recognised and cannot be read. */
export class ImportRefusal extends Error {}
