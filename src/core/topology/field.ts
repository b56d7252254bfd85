import type { ResourceType } from './resource-type.ts'

/** What a field holds, for whoever draws an editor, a schema or a reference from it. */
export type FieldKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'longText' }
  /** An IP address. */
  | { readonly kind: 'address' }
  /** A CIDR prefix. */
  | { readonly kind: 'prefix' }
  /** An address with the length of its prefix, as a guest holds it. */
  | { readonly kind: 'addressWithLength' }
  | { readonly kind: 'integer'; readonly minimum: number; readonly maximum: number; readonly unit?: string }
  | { readonly kind: 'boolean' }
  /** One of a fixed list; other text is kept and reported. */
  | { readonly kind: 'choice'; readonly options: readonly (string | number)[] }
  /** The id of another resource of one of these types. */
  | { readonly kind: 'reference'; readonly to: readonly ResourceType[] }
  /** An address or the id of a frontend. */
  | { readonly kind: 'addressOrFrontend' }
  /** A port number, or `*`. */
  | { readonly kind: 'portOrAny' }
  /** Text such as `80`, `80-90` or `*`. */
  | { readonly kind: 'portRange' }
  /** A CIDR, an address, `*` or a service tag. */
  | { readonly kind: 'securityPrefix' }
  | { readonly kind: 'list'; readonly item: Field<unknown> }
  | { readonly kind: 'object'; readonly fields: Fields }

/** One field of a resource: what it is called, what it holds and what its absence means. */
export interface Field<Value> {
  readonly label: string
  readonly value: FieldKind
  /** A finished resource has it. A half-drawn one may lack it, so parsing never insists. */
  readonly required: boolean
  /** What an absent field means. Never written into a document by reading it. */
  readonly fallback?: Value
  /** One sentence for the person who fills it in. */
  readonly help?: string
}

export type Fields = { readonly [name: string]: Field<unknown> }

/** The type of an object with these fields; any of them may be absent. */
export type FieldValues<F> = {
  readonly [K in keyof F]?: F[K] extends Field<infer Value> ? Value : never
}

interface Options<Value> {
  readonly required?: boolean
  readonly fallback?: Value
  readonly help?: string
}

function field<Value>(
  label: string,
  value: FieldKind,
  { required = false, fallback, help }: Options<Value> = {},
): Field<Value> {
  return {
    label,
    value,
    required,
    ...(fallback === undefined ? {} : { fallback }),
    ...(help === undefined ? {} : { help }),
  }
}

/** Plain text of one line. */
export const text = (label: string, options?: Options<string>): Field<string> =>
  field(label, { kind: 'text' }, options)

/** An IP address. */
export const address = (label: string, options?: Options<string>): Field<string> =>
  field(label, { kind: 'address' }, options)

/** A CIDR prefix such as `10.0.0.0/24`. */
export const prefix = (label: string, options?: Options<string>): Field<string> =>
  field(label, { kind: 'prefix' }, options)

/** An address with its prefix length, such as `10.0.0.100/32`. */
export const addressWithLength = (label: string, options?: Options<string>): Field<string> =>
  field(label, { kind: 'addressWithLength' }, options)

/** An address, or the id of a frontend whose address is not known yet. */
export const addressOrFrontend = (label: string, options?: Options<string>): Field<string> =>
  field(label, { kind: 'addressOrFrontend' }, options)

/** A source or destination of a security rule. */
export const securityPrefix = (label: string, options?: Options<string>): Field<string> =>
  field(label, { kind: 'securityPrefix' }, options)

/** A port range of a security rule. */
export const portRange = (label: string, options?: Options<string>): Field<string> =>
  field(label, { kind: 'portRange' }, options)

/** A port number or `*` for any. */
export const portOrAny = (label: string, options?: Options<number | '*'>): Field<number | '*'> =>
  field(label, { kind: 'portOrAny' }, options)

/** A whole number; the range is what Azure accepts, values outside it are kept and reported. */
export const integer = (
  label: string,
  minimum: number,
  maximum: number,
  options?: Options<number> & { unit?: string },
): Field<number> =>
  field(
    label,
    { kind: 'integer', minimum, maximum, ...(options?.unit ? { unit: options.unit } : {}) },
    options,
  )

/** On or off. */
export const boolean = (label: string, options?: Options<boolean>): Field<boolean> =>
  field(label, { kind: 'boolean' }, options)

/** One of these values. Other text passes the parser, so that nothing newer than us is lost, and is reported. */
export const choice = <const Value extends string | number>(
  label: string,
  options: readonly Value[],
  rest?: Options<Value>,
): Field<Value> => field(label, { kind: 'choice', options }, rest)

/** The id of another resource. It may point at nothing while a diagram is being drawn. */
export const reference = <const To extends ResourceType>(
  label: string,
  to: To | readonly To[],
  options?: Options<`${To}/${string}`>,
): Field<`${To}/${string}`> =>
  field(label, { kind: 'reference', to: typeof to === 'string' ? [to] : to }, options)

/** Any number of the same thing, in order. */
export const list = <Value>(
  label: string,
  item: Field<Value>,
  options?: Options<readonly Value[]>,
): Field<readonly Value[]> => field(label, { kind: 'list', item: item as Field<unknown> }, options)

/** A group of fields. Fields we do not know are kept. */
export const object = <const F extends Fields>(
  label: string,
  fields: F,
  options?: Options<FieldValues<F>>,
): Field<FieldValues<F>> => field(label, { kind: 'object', fields }, options)
