const pauses = [1, 5, 15, 60, 120, 240, 480, 720, 1440, 1440]

/** Minutes until a mail that the server would not take now is tried again; null after three days of trying. */
export const pauseAfter = (attempts: number): number | null => pauses[attempts - 1] ?? null
