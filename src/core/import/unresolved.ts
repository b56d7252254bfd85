/** What could not be evaluated, with the text it was written as. */
export class Unresolved {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
