import { expect, it, test } from 'vitest'
import { mailAddress } from '../../src/ats/model/mail-address.ts'
import { codeOf, scene } from './scene.ts'

test.each([
  'ines@correio.example',
  'инес@почта.example',
  '山田@例え.テスト',
  'o’neil@mail.example',
  'a+b.c@sub.mail.example',
  'José@exámple.example',
])('%s is an address', (text) => {
  expect(mailAddress.safeParse(text).success).toBe(true)
})

test.each([
  'ines',
  '@mail.example',
  'ines@',
  'ines@mail',
  'a b@mail.example',
  'a@b@mail.example',
  '.a@mail.example',
  'a..b@mail.example',
  'a@mail..example',
  'a@mail.example\r\nBcc: x@y.example',
  '<a@mail.example>',
  'a@-.example-',
])('%j is none', (text) => {
  expect(mailAddress.safeParse(text).success).toBe(false)
})

it('takes an application from an address in Cyrillic, once, however it is written', async () => {
  const at = await scene()
  const { slug, jobId } = await at.newJob()
  expect(codeOf(await at.applyAs(slug, 'Инес Карвалью', { email: 'инес@почта.example' }))).toBe('ok')
  expect(codeOf(await at.applyAs(slug, 'Инес Карвалью', { email: 'Инес@ПОЧТА.example' }))).toBe('ok')
  expect(await at.applicationsOf(jobId)).toHaveLength(1)
  await at.test.close()
})
