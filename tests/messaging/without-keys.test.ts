import { expect, it } from 'vitest'
import { withoutKeys } from '../../src/messaging/model/without-keys.ts'

it('colleagues read where a link led, not the key that opens it', () => {
  const key = 'k3y_-AbC123'
  expect(withoutKeys(`See https://jobs.example/careers/me/open/${key}. Bye`)).toBe(
    'See https://jobs.example/careers/me/open/…. Bye',
  )
  expect(
    withoutKeys(`<a href="/careers/me/open/${key}">x</a> <a href="/careers/me/open/${key}">y</a>`),
  ).not.toContain(key)
  expect(withoutKeys('https://jobs.example/careers/motion')).toBe('https://jobs.example/careers/motion')
})
