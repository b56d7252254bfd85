import type { ExportFile, ExportLanguage } from '../exporter.ts'

/** Collects the lines of a file, and for each the resource that it comes from. */
export class Lines {
  readonly #texts: string[] = []
  readonly #sources: (string | undefined)[] = []
  #source: string | undefined
  #indent = ''

  /** Writes lines; without a source of their own they belong to the resource that is being written. */
  add(text: string, source: string | undefined = this.#source): this {
    for (const line of text.split('\n')) {
      this.#texts.push(line === '' ? line : this.#indent + line)
      this.#sources.push(source)
    }
    return this
  }

  /** Everything that `write` adds comes from this resource. */
  from(source: string | undefined, write: () => void): this {
    const outer = this.#source
    this.#source = source ?? outer
    write()
    this.#source = outer
    return this
  }

  /** Everything that `write` adds stands further right. */
  indented(write: () => void, by = '    '): this {
    const outer = this.#indent
    this.#indent = outer + by
    write()
    this.#indent = outer
    return this
  }

  /** Adds to the end of the last line. */
  append(text: string): void {
    const last = this.#texts.length - 1
    if (last >= 0) this.#texts[last] += text
  }

  /** Adds the lines of another text with what they come from. */
  addAll(other: Lines): this {
    this.#texts.push(...other.#texts)
    this.#sources.push(...other.#sources)
    return this
  }

  /** One empty line, never two. */
  gap(): this {
    if (this.#texts.length > 0 && this.#texts.at(-1) !== '') this.add('', undefined)
    return this
  }

  file(name: string, language: ExportLanguage): ExportFile {
    const text = `${this.#texts.join('\n')}\n`
    // Windows PowerShell 5.1 reads a file without this mark in the machine's old code page.
    const mark = language === 'powershell' && /[^\0-\x7f]/.test(text) ? '\ufeff' : ''
    return { name, language, text: `${mark}${text}`, lines: this.#sources }
  }
}
