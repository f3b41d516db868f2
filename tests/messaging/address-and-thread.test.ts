import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTokenAddress, tokenAddress, tokenAmong } from '../../src/messaging/model/address-token.ts'
import { isSafeAddress } from '../../src/messaging/model/header-text.ts'
import { answeredIds, normalMessageId, referencesFor, threadOf } from '../../src/messaging/model/threading.ts'

const signWith = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex')
const sign = signWith('one')
const id = '01936d5e-7c1a-7abc-8def-0123456789ab'

describe('an address with a token', () => {
  const address = tokenAddress({ kind: 'bounce', id }, 'mail.north.example', sign)

  it('is read back, also when a server changed its case', () => {
    expect(address.split('@')[0]!.length).toBeLessThanOrEqual(64)
    expect(isSafeAddress(address)).toBe(true)
    for (const written of [address, address.toUpperCase(), `<${address}>`])
      expect(readTokenAddress(written, 'mail.north.example', sign)).toEqual({ kind: 'bounce', id })
  })

  it('is refused with another key, kind, domain or any changed character', () => {
    expect(readTokenAddress(address, 'mail.north.example', signWith('two'))).toBeNull()
    expect(readTokenAddress(address.replace('bounce', 'reply'), 'mail.north.example', sign)).toBeNull()
    expect(readTokenAddress(address, 'mail.south.example', sign)).toBeNull()
    const digits = '0123456789abcdef'
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 59 }), fc.constantFrom(...digits), (at, digit) => {
        const forged = address.slice(0, at) + digit + address.slice(at + 1)
        const answer = readTokenAddress(forged, 'mail.north.example', sign)
        expect(answer === null).toBe(forged !== address)
      }),
    )
  })

  it('is found among all addresses of a mail', () => {
    expect(tokenAmong(['jobs@north.example', address], 'mail.north.example', sign)).toEqual({
      kind: 'bounce',
      id,
    })
    expect(
      tokenAmong(['jobs@north.example', 'reply+x@mail.north.example'], 'mail.north.example', sign),
    ).toBeNull()
  })
})

describe('the thread of a mail', () => {
  const headers = (inReplyTo: string, references: string) => ({
    headers: [
      { name: 'in-reply-to', value: inReplyTo },
      { name: 'references', value: references },
    ],
  })

  it.each([
    ['<A.b@Mail.Example>', 'A.b@mail.example'],
    [' <a@b> (from my phone)', 'a@b'],
    ['a@b', 'a@b'],
    ['Your message of Monday', ''],
    ['', ''],
  ])('reads the Message-ID %j as %j', (value, expected) => {
    expect(normalMessageId(value)).toBe(expected)
  })

  it('looks at In-Reply-To first, then at References from the end', () => {
    expect(answeredIds(headers('<c@x>', '<a@x>\r\n <b@x> <c@x>'))).toEqual(['c@x', 'b@x', 'a@x'])
    expect(answeredIds(headers('', 'a@x, b@x'))).toEqual(['b@x', 'a@x'])
  })

  it('is the token’s before the headers’, and none when nothing is known', () => {
    const known = new Map([['a@x', 'thread-1']])
    expect(threadOf(headers('<z@x>', '<a@x>'), null, known)).toEqual({ thread: 'thread-1', by: 'header' })
    expect(threadOf(headers('<a@x>', ''), 'thread-2', known)).toEqual({ thread: 'thread-2', by: 'token' })
    expect(threadOf(headers('<z@x>', ''), null, known)).toBeNull()
  })

  it('keeps the first and the last twenty references of a long thread', () => {
    const references = Array.from({ length: 60 }, (_, at) => `${at}@x`)
    const kept = referencesFor({ messageId: 'last@x', references })
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([21, '0@x', 'last@x'])
  })
})
