/** The address of a page of Microsoft’s Azure documentation. */
export const learn = (page: string): string => `https://learn.microsoft.com/azure/${page}`
