export * from './examples/documents.ts'
