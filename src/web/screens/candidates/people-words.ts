const numbers = new Intl.NumberFormat('en')

/** "1 person", "2,140 people". */
export const people = (count: number): string =>
  `${numbers.format(count)} ${count === 1 ? 'person' : 'people'}`
