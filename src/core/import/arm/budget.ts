import { ImportRefusal } from '../importer.ts'

/** How much work a template may cause. What is larger is no real template. */
const mostSteps = 2_000_000
const mostCharacters = 1024 * 1024

/** Counts the work of one import and stops it with a refusal. */
export class Budget {
  private left = mostSteps

  /** Takes so many steps. */
  spend(steps = 1): void {
    this.left -= steps
    if (this.left < 0)
      throw new ImportRefusal('This template expands to more than Floatpath reads. Nothing was imported.')
  }

  /** Takes what a value costs and refuses what is too large to carry on with. */
  weigh(value: unknown): void {
    if (typeof value === 'string') {
      if (value.length > mostCharacters)
        throw new ImportRefusal('An expression of this template makes a text of more than 1 MB.')
      this.spend(1 + value.length / 64)
    } else if (Array.isArray(value)) this.spend(1 + value.length)
    else if (typeof value === 'object' && value !== null) this.spend(1 + Object.keys(value).length)
  }

  /** Takes what walking through the whole value costs: a value that shares parts is larger than the memory it takes. */
  walk(value: unknown): void {
    if (typeof value === 'string') this.spend(1 + value.length / 64)
    else this.weigh(value)
    if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) this.walk(item)
  }
}
