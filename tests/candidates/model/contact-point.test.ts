import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { emailKeys, linkKeys, phoneKeys, type Region } from '../../../src/candidates/model/contact-point.ts'

describe('an e-mail address', () => {
  test.each([
    ['Anna@Example.ORG', 'anna@example.org', 'anna@example.org'],
    ['Anna B <anna@example.org>', 'anna@example.org', 'anna@example.org'],
    ['mailto:anna@example.org', 'anna@example.org', 'anna@example.org'],
    ['anna+jobs@example.org', 'anna+jobs@example.org', 'anna@example.org'],
    ['a.n.na+x@googlemail.com', 'a.n.na+x@googlemail.com', 'anna@gmail.com'],
    ['a.nna@example.org', 'a.nna@example.org', 'a.nna@example.org'],
    ['anna@bücher.example', 'anna@xn--bcher-kva.example', 'anna@xn--bcher-kva.example'],
  ])('%j is matched exactly as %j and weakly as %j', (value, exact, weak) => {
    expect(emailKeys(value)).toEqual({ exact, weak, shared: false })
  })

  test.each(['info@firm.example', 'Bewerbung@firm.example', 'jobs+berlin@firm.example'])(
    '%s is shared by many',
    (value) => {
      expect(emailKeys(value)?.shared).toBe(true)
    },
  )

  test.each(['', 'anna', 'anna@', '@example.org', 'a b@example.org', 'a@b@c'])('%j is none', (value) => {
    expect(emailKeys(value)).toBeUndefined()
  })
})

describe('a phone number', () => {
  it('is one number however it is written in its region', () => {
    for (const written of ['0170 1234567', '+49 170 1234567', '+49 (0)170 123-4567', '0049 170 1234567'])
      expect(phoneKeys(written, 'DE')?.exact).toBe('+491701234567')
  })

  it('is only a weak key without its region', () => {
    expect(phoneKeys('0170 1234567')).toEqual({
      exact: '',
      weak: phoneKeys('+491701234567')!.weak,
      shared: false,
    })
  })

  it('needs six digits unless its region has shorter numbers', () => {
    expect(phoneKeys('call me')).toBeUndefined()
    expect(phoneKeys('12345')).toBeUndefined()
    expect(phoneKeys('40123', 'AC')).toEqual({ exact: '+24740123', weak: '+24740123', shared: false })
  })

  const examples = '../shared/corpus/people/phones/examples.mobile.json'
  it.skipIf(!existsSync(examples))(
    'is read in every region of the corpus (skipped where the corpus is absent)',
    () => {
      const numbers = JSON.parse(readFileSync(examples, 'utf8')) as Record<string, string>
      const unread = Object.entries(numbers).filter(
        ([region, number]) => !phoneKeys(number, region as Region)?.exact,
      )
      expect(unread).toEqual([])
    },
  )
})

describe('a link', () => {
  test.each([
    ['https://de.linkedin.com/in/Anna-B/?trk=x', 'linkedin:anna-b'],
    ['linkedin.com/in/anna-b', 'linkedin:anna-b'],
    ['http://www.github.com/Anna', 'github:anna'],
    ['https://twitter.com/anna', 'x:anna'],
    ['https://www.xing.com/profile/Anna_B', 'xing:anna_b'],
  ])('%s is the profile %s', (value, exact) => {
    expect(linkKeys(value)).toEqual({ exact, weak: exact, shared: false })
  })

  test.each([
    ['https://anna.example/cv/', 'anna.example/cv', false],
    ['https://www.anna.example', 'anna.example', true],
    ['https://github.com/anna/tool', 'github.com/anna/tool', true],
    ['https://linkedin.com/company/acme', 'linkedin.com/company/acme', true],
  ])('%s only hints', (value, weak, shared) => {
    expect(linkKeys(value)).toEqual({ exact: '', weak, shared })
  })

  test.each(['', 'nonsense', 'http://', 'https://exa mple.org'])('%j is none', (value) => {
    expect(linkKeys(value)).toBeUndefined()
  })
})
