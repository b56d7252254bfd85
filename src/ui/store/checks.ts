/** What is loaded with the linter, as one file. */
export { judge } from '../../core/lint/accepted.ts'
export { lint } from '../../core/lint/lint.ts'
