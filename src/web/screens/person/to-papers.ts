export const papersId = 'papers'

/** Brings the papers into view where they lie below the line instead of beside it. */
export const toPapers = (): void => document.getElementById(papersId)?.scrollIntoView()
