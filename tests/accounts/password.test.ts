import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, it } from 'vitest'
import { secondsToWait } from '../../src/accounts/model/attempt.ts'
import { cutToScopes, grantedTo } from '../../src/accounts/model/granted.ts'
import { whyRefused } from '../../src/accounts/model/password.ts'
import { stageAfterFirstFactor } from '../../src/accounts/model/session.ts'
import { passwordHashing } from '../../src/adapters/password-hashing.ts'
import { permission } from '../../src/kernel/model/permission.ts'
import { instant } from '../../src/kernel/model/time.ts'
import { processorMs } from '../support/processor-time.ts'
import { ports } from './house.ts'

const about = ['Maren Osei', 'maren.osei@northwind.example', 'Northwind Robotics', 'Throughline']

it.each([
  ['123456', 'short'],
  ['password', 'short'],
  ['elevenchars', 'short'],
  ['passwordpassword', 'a word twice'],
  ['Password1234!', 'a word and digits'],
  ['P4$$w0rd2026!', 'a word in disguise'],
  ['123456789012', 'a row of digits'],
  ['qwertyuiop123', 'a row of keys'],
  ['qwertz123456789', 'a row of German keys'],
  ['1q2w3e4r5t6y', 'two rows of keys'],
  ['1qaz2wsx3edc', 'columns of keys'],
  ['zaq12wsxcde34rfv', 'columns of keys'],
  ['iloveyou1234', 'what many love'],
  ['Summer2026!!!', 'a season and a year'],
  ['football12345', 'a game'],
  ['sunshine-monkey', 'two common words'],
  ['letmein letmein', 'a phrase twice'],
  ['abcabcabcabc', 'a repetition'],
  ['aaaaaaaaaaaa', 'one letter'],
  ['abcdefghijkl', 'the alphabet'],
  ['zxcvbnm,./123', 'the lowest row'],
  ['maren likes quiet teal', 'her name'],
  ['Nοrthwind-blue-vaults'.replace('ο', 'o'), 'the organisation'],
  ['n0rthw1nd blue vaults', 'the organisation in disguise'],
  ['throughline grows oak', 'the product'],
])('refuses %s: %s (R13)', (password) => {
  expect(whyRefused(password, about)).toBeTypeOf('string')
})

const published = dictionary['passwords-common'] as readonly string[]

it.each<[string, (password: string) => string]>([
  ['as it is', (password) => password],
  ['in capitals', (password) => password.toUpperCase()],
  ['with a year and signs', (password) => `${password}2026!!!!!!!!`],
  ['with a row of digits', (password) => `${password}123456789`],
  ['three times', (password) => password.repeat(3)],
])('takes none of the 49,000 passwords of the published list, %s (R13)', (_, disguised) => {
  expect(published.length).toBeGreaterThan(3000)
  expect(published.map(disguised).filter((password) => !whyRefused(password, []))).toEqual([])
})

it('says that a password is refused because it is known', () => {
  expect(whyRefused('sonyericsson', [])).toContain('lists of passwords')
})

it.each([
  'teal anvil orbits quietly',
  'correct horse battery staple',
  'vT9#kqLm2x!Rwz',
  'grüne Brücken im Nebel',
  'кошка любит тихий сад',
  '静かな庭で猫が眠っている夜に',
])('takes %s', (password) => {
  expect(whyRefused(password, about)).toBeUndefined()
})

it('judges the longest password there may be at once', () => {
  const began = processorMs()
  for (const letters of ['a', 'ab', 'qwerty', 'pass', '1'])
    whyRefused(letters.repeat(500).slice(0, 200), about)
  expect(processorMs() - began).toBeLessThan(250)
})

it('verifies what it hashed and nothing else, and says no without a hash', async () => {
  const { hash, verify, isOutdated } = ports.passwords
  const stored = await hash('café au lait, s’il')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=256,t=1,p=1\$/)
  expect(await verify('cafe\u0301 au lait, s’il', stored)).toBe(true)
  expect(await verify('cafe au lait, s’il', stored)).toBe(false)
  expect(await verify('anything', null)).toBe(false)
  expect(await hash('same')).not.toBe(await hash('same'))
  expect(isOutdated(stored)).toBe(false)
  expect(passwordHashing().isOutdated(stored)).toBe(true)
})

it('seals so that only the same key opens, and notices every change', () => {
  const { seal, unseal } = ports.secrets
  const sealed = seal('JBSWY3DPEHPK3PXP')
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
  expect(unseal(sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(unseal(`${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`)).toBeUndefined()
  expect(unseal('nonsense')).toBeUndefined()
})

it('makes tokens of 256 bits, without order, never the same (R11)', () => {
  const tokens = Array.from({ length: 10_000 }, () => ports.secrets.randomToken())
  expect(new Set(tokens).size).toBe(tokens.length)
  expect(new Set(tokens.map((token) => token.length))).toEqual(new Set([43]))
  const rises = tokens.filter((token, i) => i > 0 && token > tokens[i - 1]!).length
  expect(Math.abs(rises - 5000)).toBeLessThan(300)
})

it('waits until the try that decides leaves the window', () => {
  const now = instant('2026-11-21T12:00:00Z')
  const limit = { tries: 3, minutes: 15 }
  const at = (minutes: number) => instant(Date.parse(now) - minutes * 60_000)
  expect(secondsToWait(limit, [], now)).toBe(0)
  expect(secondsToWait(limit, [at(1), at(2)], now)).toBe(0)
  expect(secondsToWait(limit, [at(1), at(2), at(10)], now)).toBe(300)
})

it.each([
  ['an employee', ['employee'], false, false, 'open'],
  ['an employee with one', ['employee'], true, false, 'second-factor'],
  ['a recruiter without', ['employee', 'recruiter'], false, false, 'enrolment'],
  ['a recruiter with one', ['recruiter'], true, false, 'second-factor'],
  ['a recruiter who has shown it', ['recruiter'], true, true, 'open'],
] as const)('leads %s to the right stage', (_, roles, hasSecondFactor, secondFactorShown, stage) => {
  const rolesThatNeedOne = ['admin', 'recruiter']
  expect(stageAfterFirstFactor({ roles, hasSecondFactor, rolesThatNeedOne, secondFactorShown })).toBe(stage)
})

it('grants by the defaults, by departures role by role, and cuts to scopes', () => {
  const rights = [
    permission('a.see', 'See', ['recruiter', 'admin']),
    permission('a.change', 'Change', ['admin']),
  ]
  expect(grantedTo(rights, ['recruiter'], [])).toEqual(new Set(['a.see']))
  const departures = [
    { role: 'recruiter', permission: 'a.see', granted: false },
    { role: 'recruiter', permission: 'a.change', granted: true },
  ]
  expect(grantedTo(rights, ['recruiter'], departures)).toEqual(new Set(['a.change']))
  expect(grantedTo(rights, ['recruiter', 'admin'], departures)).toEqual(new Set(['a.see', 'a.change']))
  expect(cutToScopes(new Set(['a.see']), ['a.see', 'a.change'])).toEqual(new Set(['a.see']))
})
