import { expect, it } from 'vitest'
import { storable } from '../../src/kernel/model/storable.ts'

it('drops what no database keeps, at any depth, and leaves all else as it came (R34)', () => {
  const bytes = new Uint8Array([0, 1])
  const fine = { name: 'Zo\u0308e 👩‍👩‍👧 ﷽', list: ['\t\r\n', '\u202e'], bytes, none: null, n: 0 }
  expect(storable(fine)).toBe(fine)
  expect(storable({ deep: [{ 'na\0me': 'a\0b', half: '\ud800!' }], bytes })).toEqual({
    deep: [{ name: 'ab', half: '\ufffd!' }],
    bytes,
  })
  expect(storable('\0')).toBe('')
})
