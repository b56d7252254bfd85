/** Where a single diagram was kept before there were several. It is taken over at the next visit. */
export const formerKey = 'floatpath.document'
/** Where the diagram was kept that a shared one took the place of, before there were several. */
export const formerPreviousKey = 'floatpath.document.previous'
/** Where diagrams were put aside that could not be read, before there were several. */
export const formerDamagedKey = 'floatpath.document.damaged'
/** The id of the diagram that is open, in this tab and in the tab that was used last. */
export const openKey = 'floatpath.open'
/** Begins the keys of what was not saved yet when a tab was left. */
export const unsavedPrefix = 'floatpath.unsaved.'
