import { later } from '../components/lazily.ts'

/** The diagrams kept in this browser; loaded when the first one is to be read or written. */
export const library = later(() => import('./library/index.ts'))
