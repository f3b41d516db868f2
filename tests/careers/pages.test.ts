import { describe, expect, test } from 'vitest'
import { applicationForm } from '../../src/careers/applying/form.ts'
import { linkMailedPage } from '../../src/careers/my-page/links.ts'
import { myApplicationPage } from '../../src/careers/my-page/my-application.ts'
import { careersHome } from '../../src/careers/postings/home.ts'
import { jobPage } from '../../src/careers/postings/job.ts'
import { jobPostingMarkup, scriptJson } from '../../src/careers/postings/job-posting-markup.ts'
import { plainText } from '../../src/careers/postings/rich-text.ts'
import { careersSheet } from '../../src/careers/site/assets.ts'
import { pageHeaders } from '../../src/careers/site/headers.ts'
import { counted, filledDraft, form, home, lisbon, mine, perception, posting, site } from './examples.ts'
import { gallery } from './gallery.ts'

const naughty = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus=alert(1) autofocus='",
  '<!--',
  '&lt;b&gt;',
  '\u202eevil \u0000 text',
]

describe('every public page', () => {
  test.each(Object.entries(gallery))(
    '%s is well-formed, has one h1, unique ids and labels that lead somewhere',
    (_, page) => {
      expect(unbalanced(page)).toBeUndefined()
      expect(page.match(/<h1[ >]/g)).toHaveLength(1)
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((one) => one[1])
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
      for (const [, target] of page.matchAll(/ (?:for|aria-labelledby)="([^"]*)"/g))
        expect(ids).toContain(target)
      for (const [, targets] of page.matchAll(/aria-describedby="([^"]*)"/g))
        for (const target of targets!.split(' ')) expect(ids).toContain(target)
      expect(page).not.toMatch(
        /undefined|\[object|NaN|Invalid Date|style="|<script(?! type="application\/ld\+json")| on[a-z]+="/,
      )
    },
  )

  test.each(naughty)('%j is shown as text wherever somebody can write it', (text) => {
    const pages = [
      careersHome(
        {
          ...home,
          search: { words: text, team: text, place: text },
          found: [{ team: text, postings: [{ ...posting, title: text }] }],
        },
        site,
        lisbon,
      ),
      jobPage(
        {
          posting: {
            ...posting,
            title: text,
            summary: text,
            team: text,
            passages: [{ heading: text, body: text }],
          },
          counted,
        },
        site,
        lisbon,
      ),
      applicationForm(
        {
          ...form,
          draft: { ...filledDraft, name: text, town: text, answers: { loop: [text], heard: [text] } },
          problems: [{ field: 'name', label: text, says: text }],
        },
        site,
        lisbon,
      ),
      myApplicationPage(
        {
          ...mine,
          person: { name: text, callName: text },
          messages: [{ from: 'me', who: text, at: '2026-11-20T16:12:00Z', text }],
        },
        site,
        lisbon,
      ),
    ]
    for (const page of pages) {
      expect(unbalanced(page)).toBeUndefined()
      expect(page.match(/<script/g) ?? []).toHaveLength(page.includes('ld+json') ? 1 : 0)
      expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son(error|focus)=/)
      expect(page).not.toContain('<img src=x')
    }
  })

  test('the sheet is under 15 KB and asks for nothing from elsewhere', async () => {
    const sheet = await careersSheet()
    expect(sheet.length).toBeLessThan(15_000)
    expect(sheet).not.toMatch(/https?:|@import|\/\//)
    expect(sheet.split('{').length).toBe(sheet.split('}').length)
  })

  test('the policy lets no script run and a person’s pages stay in no cache', () => {
    const headers = pageHeaders('private')
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
    )
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['cache-control']).toBe('no-store')
  })
})

describe('the structured data of a job', () => {
  const markup = (of = posting) =>
    JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(jobPage({ posting: of }, site, lisbon))![1]!)

  test('says what the page shows', () => {
    const page = jobPage({ posting, counted }, site, lisbon)
    const shown = plainText(page.slice(page.indexOf('<main')).replace(/></g, '> <'))
    const data = markup()
    for (const text of data.description
      .split(/<[^>]*>/)
      .map(plainText)
      .filter(Boolean))
      expect(shown).toContain(text)
    expect(shown).toContain(data.title)
    expect(shown).toContain('€62,000')
    expect(data.baseSalary).toEqual({
      '@type': 'MonetaryAmount',
      currency: 'EUR',
      value: { '@type': 'QuantitativeValue', minValue: 62000, maxValue: 78000, unitText: 'YEAR' },
    })
    expect(shown).toContain(data.jobLocation[0].address.addressLocality)
    expect(shown).toContain('Fri 11 Dec 2026')
    expect(data.validThrough).toBe('2026-12-11T22:59:00Z')
    expect(data.employmentType).toEqual(['FULL_TIME', 'PART_TIME'])
  })

  test('names TELECOMMUTE only where all work is done from home, and then from where', () => {
    expect(markup()).not.toHaveProperty('jobLocationType')
    expect(markup({ ...posting, remote: { kind: 'on-site' } })).not.toHaveProperty(
      'applicantLocationRequirements',
    )
    const remote = markup(perception)
    expect(remote.jobLocationType).toBe('TELECOMMUTE')
    expect(remote.applicantLocationRequirements.map((one: { name: string }) => one.name)).toEqual([
      'NL',
      'DE',
      'PT',
    ])
    expect(remote).not.toHaveProperty('jobLocation')
    expect(remote).not.toHaveProperty('validThrough')
  })

  test('shows pay exactly where the page does', () => {
    const page = jobPage({ posting: { ...posting, pay: undefined } }, site, lisbon)
    expect(page).not.toContain('baseSalary')
    expect(page).not.toContain('€')
  })

  test('cannot be ended by a text and stays the same text', () => {
    const title = '</script><script>alert(1)</script>\u2028'
    const written = scriptJson(jobPostingMarkup({ ...posting, title }, site))
    expect(written).not.toContain('<')
    expect(JSON.parse(written).title).toBe(title)
  })

  test('is absent from a preview', () => {
    expect(jobPage({ posting, preview: true }, site, lisbon)).not.toContain('ld+json')
  })
})

describe('the application form', () => {
  test('ticks no consent beforehand', () => {
    const page = applicationForm(form, site, lisbon)
    expect(page.match(/<input[^>]* checked/g)).toBeNull()
  })

  test('gives back every answer as it was written', () => {
    const page = applicationForm(
      {
        ...form,
        draft: { ...filledDraft, answers: { ...filledDraft.answers, loop: ['\n first\nsecond '] } },
      },
      site,
      lisbon,
    )
    expect(page).toContain('value="Inês Carvalho Duarte"')
    expect(page).toContain('>\n\n first\nsecond </textarea>')
    expect(page).toMatch(/id="q-permit" name="q-permit" value="a" checked/)
    expect(page).toMatch(/id="q-tools-3" name="q-tools" value="st" checked/)
    expect(page).toContain('name="resume-handle" value="h-9f2c"')
  })

  test('says at the field what the summary says, in the same order', () => {
    const page = gallery['apply-errors']!
    const summary = [...page.matchAll(/<li><a href="#([^"]+)">.*?: (.*?)<\/a>/g)].map(([, id, says]) =>
      `${id}: ${says}`.toLowerCase(),
    )
    const atFields = [...page.matchAll(/class="err" id="([^"]+)-problem">(.*?)\.<\/p>/g)].map(
      ([, id, says]) => `${id}: ${says}`.toLowerCase(),
    )
    expect(summary.length).toBe(6)
    expect(atFields).toEqual(summary)
    expect(page).toContain('<title>6 things to put right')
  })
})

test('asking for a link is answered alike for every address', () => {
  const known = linkMailedPage('ines@correio.example', 24, site, lisbon)
  const unknown = linkMailedPage('nobody@correio.example', 24, site, lisbon)
  expect(unknown.replaceAll('nobody@correio.example', 'ines@correio.example')).toBe(known)
})

/** The first tag that is not closed where it should be, or nothing. */
const unbalanced = (page: string): string | undefined => {
  const empty = new Set(['meta', 'link', 'input', 'br', 'img', 'rect', 'path', 'circle'])
  const open: string[] = []
  const tags = page.replace(/<!doctype html>/, '').replace(/(<script[^>]*>).*?(<\/script>)/gs, '$1$2')
  for (const [whole, close, name] of tags.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>|<(?![a-z/])/g)) {
    if (!name) return `stray ${whole}`
    if (empty.has(name)) continue
    if (!close) open.push(name)
    else if (open.pop() !== name) return `</${name}>`
  }
  return open[0]
}
