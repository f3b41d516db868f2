import { describe, expect, it } from 'vitest'
import { letterHtml, letterText } from '../../src/messaging/model/letter-html.ts'
import { fieldsOf, inLanguage, renderTemplate } from '../../src/messaging/model/template.ts'

const text = {
  language: 'en',
  subject: 'Your application for {{ job.title }}',
  body: 'Dear {{candidate.first_name}},\n\nthank you.',
}
const values = { 'candidate.first_name': 'Inês', 'job.title': 'Fitter' }
const letter = {
  language: 'en',
  direction: 'ltr',
  organisation: 'Northwind',
  subject: 'x',
  footer: ['Quay 1'],
} as const

describe('a template', () => {
  it('merges the fields and shows which pieces were merged', () => {
    expect(renderTemplate(text, values)).toEqual({
      ok: true,
      subject: 'Your application for Fitter',
      text: 'Dear Inês,\n\nthank you.',
      preview: {
        subject: [{ text: 'Your application for ' }, { text: 'Fitter', field: 'job.title' }],
        body: [
          { text: 'Dear ' },
          { text: 'Inês', field: 'candidate.first_name' },
          { text: ',\n\nthank you.' },
        ],
      },
    })
  })

  it.each([[undefined], [null], [''], ['  ']])('refuses a person whose field is %j', (empty) => {
    expect(renderTemplate(text, { ...values, 'candidate.first_name': empty })).toEqual({
      ok: false,
      unknown: [],
      missing: ['candidate.first_name'],
      says: 'This person has no “candidate.first_name”.',
    })
  })

  it.each([
    '{{ candidate.frist_name }}',
    '{{7*7}}',
    '{{ constructor }}',
    '{{ __proto__.x }}',
    '{{ candidate.first_name | upcase }}',
    '{{ candidate',
    '{{{{ job.title }}}}',
    '{{}}',
    '{{ "a".constructor }}',
    '{{ toString }}',
  ])('refuses %j as an unknown field', (probe) => {
    const answer = renderTemplate({ ...text, body: probe }, values)
    expect(answer.ok).toBe(false)
    expect(fieldsOf(probe).unknown).toHaveLength(1)
  })

  // biome-ignore lint/suspicious/noTemplateCurlyInString: a probe of another template language
  it.each(['{% if true %}x{% endif %}', '${7*7}', '<%= 7*7 %>', '#{7*7}', '*{7*7}', '@(7*7)'])(
    'leaves %j as it is',
    (probe) => {
      expect(renderTemplate({ ...text, body: probe }, values)).toMatchObject({ ok: true, text: probe })
    },
  )

  it('merges a value once: a name that looks like a field stays a name', () => {
    const answer = renderTemplate(text, { ...values, 'candidate.first_name': '{{ job.title }}' })
    expect(answer).toMatchObject({ ok: true, text: 'Dear {{ job.title }},\n\nthank you.' })
  })

  it('lets no line end from a value into the subject', () => {
    const answer = renderTemplate(text, { ...values, 'job.title': 'Fitter\r\nBcc: a@b.example' })
    expect(answer).toMatchObject({ ok: true, subject: 'Your application for Fitter Bcc: a@b.example' })
  })

  it('is taken in the person’s language, else the base language, else the first', () => {
    const texts = [text, { ...text, language: 'de' }, { ...text, language: 'pt-BR' }] as const
    const chosen = ['de-CH', 'pt-br', 'pt-PT', 'ja'].map(
      (language) => inLanguage([...texts], language).language,
    )
    expect(chosen).toEqual(['de', 'pt-BR', 'pt-BR', 'en'])
  })
})

describe('the letter around it', () => {
  it('escapes every value, links addresses and keeps paragraphs and lists', () => {
    const html = letterHtml({
      ...letter,
      text: 'Hi <img src=x onerror=alert(1)> & "you"\n\n- one\n- two https://a.example/x?y=1&z=2.',
    })
    expect(html).not.toContain('<img')
    expect(html).toContain('Hi &lt;img src=x onerror=alert(1)&gt; &amp; &quot;you&quot;')
    expect(html).toContain(
      '<a href="https://a.example/x?y=1&amp;z=2" style="color:#0e5a70">https://a.example/x?y=1&amp;z=2</a>.',
    )
    expect(html.match(/<li /g)).toHaveLength(2)
  })

  it('says in the plain part what the HTML part says', () => {
    const button = { label: 'Choose a time', url: 'https://a.example/t' }
    expect(letterText({ text: 'Hello', button, footer: ['Quay 1'] })).toBe(
      'Hello\n\nChoose a time: https://a.example/t\n\n-- \nQuay 1\n',
    )
    expect(letterHtml({ ...letter, text: 'Hello', button })).toContain('href="https://a.example/t"')
  })
})
