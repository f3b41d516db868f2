import { describe, expect, test } from 'vitest'
import { actOf, afterAct, draftOf, type Fields } from '../../src/careers/model/draft.ts'
import { problemsOf } from '../../src/careers/model/problems.ts'
import { countWords, type Question } from '../../src/careers/model/question.ts'
import { filledDraft, form, questions } from './examples.ts'

const fields: Fields = {
  request: ['r-1'],
  name: ['  Ine\u0302s \u0000 Carvalho\r\n'],
  email: ['ines@correio.example'],
  zone: ['Europe/Lisbon'],
  'q-tools': ['ec', 'st'],
  'q-heard': ['at a\r\nstand'],
  'q-unknown': ['x'],
  'entry-0-title': ['Control engineer'],
  'entry-0-from': ['2022-03'],
  'entry-1-title': ['MSc'],
  role: ['admin'],
}

describe('a draft read from a posted form', () => {
  const draft = draftOf(fields, ['tools', 'heard'])

  test('keeps any text in NFC without control characters, and several choices', () => {
    expect(draft.name).toBe('Inês Carvalho')
    expect(draft.answers).toEqual({ tools: ['ec', 'st'], heard: ['at a\nstand'] })
    expect(draft.entries.map((one) => one.title)).toEqual(['Control engineer', 'MSc'])
  })

  test('takes no unknown field, no held file and no consent from what was not asked', () => {
    expect(draft).not.toHaveProperty('role')
    expect(draftOf({ ...fields, 'resume-handle': ['someone-elses'] }, []).resume).toBeUndefined()
    expect(draft.keepInMind).toBe(false)
    expect(draftOf({ ...fields, 'keep-in-mind': ['yes'] }, []).keepInMind).toBe(true)
  })

  test('is changed by the buttons that only change the form', () => {
    expect(afterAct(draft, { kind: 'remove-entry', at: 0 }).entries.map((one) => one.title)).toEqual(['MSc'])
    expect(afterAct(draft, { kind: 'add-entry' }).entries).toHaveLength(3)
    expect(afterAct(filledDraft, { kind: 'replace' })).toMatchObject({
      resume: undefined,
      name: 'Inês Carvalho Duarte',
    })
    expect(afterAct(filledDraft, { kind: 'clear' })).toMatchObject({ name: '', entries: [], request: 'r-2' })
  })

  test.each([
    [undefined, { kind: 'send' }],
    ['read', { kind: 'read' }],
    ['remove-entry-3', { kind: 'remove-entry', at: 3 }],
    ['drop table', { kind: 'send' }],
  ])('the button %j asks for %j', (pressed, act) => {
    expect(actOf(pressed ? { act: [pressed] } : {})).toEqual(act)
  })
})

describe('what is to be put right', () => {
  const found = (change: Partial<typeof filledDraft>) =>
    problemsOf({ ...filledDraft, ...change }, form.fixed, questions)

  test('is nothing for a complete application, also with a link in the place of a file', () => {
    expect(found({})).toEqual([])
    expect(found({ resume: undefined, resumeLink: 'https://ines.example/cv' })).toEqual([])
  })

  test.each([
    ['', 'write the address that we may answer to'],
    ['ines', 'the @ is missing'],
    ['@x.example', 'the part before @ is missing'],
    ['ines@', 'the part after @ is missing'],
    ['ines@correio', 'the part after @ has no ending, such as .com'],
    ['ines@correio..example', 'there is a dot too many after the @'],
    ['a@b.example, c@d.example', 'one address only, without spaces or signs around it'],
  ])('the address %j: %s', (email, says) => {
    expect(found({ email })).toEqual([{ field: 'email', label: 'E-mail', says }])
  })

  test.each(['ines+jobs@correio.example', 'инес@почта.example', "o'neil@x.co"])(
    'the address %s is fine',
    (email) => {
      expect(found({ email })).toEqual([])
    },
  )

  const answered = (id: string, ...values: string[]) =>
    found({ answers: { ...filledDraft.answers, [id]: values } })[0]?.says

  test.each([
    ['permit', ['c'], 'choose one answer'],
    ['travel', ['maybe'], 'choose yes or no'],
    ['tools', ['ec', 'co', 'st'], 'choose 2 at most'],
    ['tools', ['xx'], 'choose from the answers given'],
    ['hours', ['23'], 'this must be 24 or more'],
    ['hours', ['forty'], 'write it in digits, such as 12 or 12.5'],
    ['start', ['2027-02-30'], 'write it as year-month-day, such as 2027-02-28'],
    ['code', ['javascript:alert(1)'], 'write the whole address, starting with https://'],
    ['loop', ['one two'], 'this is 2 words; please write at least 50'],
    ['loop', ['   '], 'please write an answer'],
    ['heard', ['at a stand'], undefined],
  ])('the question %s answered %j: %s', (id, values, says) => {
    expect(answered(id, ...values)).toBe(says)
  })

  test('a needed file counts once it is held', () => {
    const needed: Question[] = [{ id: 'log', kind: 'file', label: 'A log', required: true }]
    expect(problemsOf(filledDraft, form.fixed, needed)).toHaveLength(1)
    const held = { ...filledDraft, files: { log: { handle: 'h', name: 'log.csv', bytes: 1 } } }
    expect(problemsOf(held, form.fixed, needed)).toEqual([])
  })

  test('words are counted in scripts without spaces too', () => {
    expect(countWords('The elbow joint, overshot!')).toBe(4)
    expect(countWords('私は東京に住んでいます')).toBeGreaterThan(4)
  })
})
