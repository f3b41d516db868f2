import { describe, expect, it } from 'vitest'
import { searchDocument } from '../../../src/candidates/model/search-document.ts'
import { readNameBeginnings, readSearch } from '../../../src/candidates/model/search-query.ts'
import { closeName, reasonsOf } from '../../../src/candidates/model/search-reasons.ts'
import { searchWords } from '../../../src/candidates/model/search-words.ts'

describe('the words of a text', () => {
  it.each([
    ['C++, C# and .NET on node.js', ['c++', 'c#', 'and', 'net', 'on', 'node', 'js']],
    ['Łukasz Straße Müller', ['lukasz', 'strasse', 'muller']],
    ['Нина Θάλεια', ['nina', 'thaleia']],
    ["O’Neill d'Arc", ['oneill', 'darc']],
    ['佐藤健', ['佐藤', '藤健']],
    ['Java開発 3年', ['java', '開発', '3', '年']],
    ['  — … ', []],
  ])('of %s are %j', (text, words) => expect(searchWords(text)).toEqual(words))
})

describe('a search', () => {
  it.each([
    ['java python', "(('java')) & (('python'))"],
    ['"machine learning"', "(('machine' <-> 'learning'))"],
    ['java -junior', "(('java')) & !(('junior'))"],
    ['java -"team lead"', "(('java')) & !(('team' <-> 'lead'))"],
    ['java OR kotlin remote', "(('java') | ('kotlin')) & (('remote'))"],
    ['java | kotlin', "(('java') | ('kotlin'))"],
    ['OR java', "(('java'))"],
    ['java or kotlin', "(('java')) & (('or')) & (('kotlin'))"],
    ['node.js', "(('node' <-> 'js'))"],
    ['engin*', "(('engin':*))"],
    ['佐', "(('佐':*))"],
    ['"unfinished phrase', "(('unfinished' <-> 'phrase'))"],
    ['well-known', "(('well' <-> 'known'))"],
    ["o'neill", "(('oneill'))"],
    ['+31 6 1234 5678', "'#612345678'"],
  ])('for %s asks %s', (typed, exact) => expect(readSearch(typed)?.exact).toBe(exact))

  it.each(['', '   ', '""', '-', '- -', '!&|()<->:*\\'])('for %j asks nothing', (typed) =>
    expect(readSearch(typed)).toBeUndefined(),
  )

  it('asks the index for the words of a phrase in any order, and for nothing where it only excludes', () => {
    expect(readSearch('"machine learning" -junior')?.wide).toBe("(('machine' & 'learning'))")
    expect(readSearch('-junior')?.wide).toBe('')
  })

  it('is a name with slips only where it may be one', () => {
    expect(readSearch('Ivanova')?.namesWithSlips).toContain("'~ivanva'")
    expect(readSearch('"Ivanova"')?.namesWithSlips).not.toBe('')
    for (const typed of ['-Ivanova', 'C++', 'a OR b', '2024', 'Li'])
      expect(readSearch(typed)?.namesWithSlips).toBe('')
  })

  it('reads a name being typed as beginnings', () =>
    expect(readNameBeginnings('nin petr')).toBe("'=nin':* & '=petr':*"))
})

describe('reasons', () => {
  const { body } = searchDocument({
    names: ['Zoë Łukaszewicz'],
    titles: ['Java Developer'],
    companies: ['Acme'],
    skills: ['JavaScript', 'Java'],
    places: [],
    tags: [],
    contacts: ['zoe@example.org', '+31 6 1234 5678'],
    schools: [],
    resume: '',
  })
  const resume = `${'Before that, nothing of note. '.repeat(20)}Wrote JavaScript and then Java services for\nhigh-speed Łódź trams. ${'After. '.repeat(50)}`

  it('mark whole words in the strongest fields first', () =>
    expect(reasonsOf(readSearch('java')!, body, resume)).toEqual([
      { where: 'title', pieces: ['', 'Java', ' Developer'] },
      { where: 'skill', pieces: ['', 'Java', ''] },
    ]))

  it('cut the résumé around what only it holds, across lines, accents and case', () => {
    const [first] = reasonsOf(readSearch('LODZ trams')!, body, resume)
    expect(first).toMatchObject({ where: 'resume' })
    expect(first!.pieces.filter((_, at) => at % 2 === 1)).toEqual(['Łódź', 'trams'])
    expect(first!.pieces.join('').length).toBeLessThan(260)
  })

  it('mark a phrase as one piece and a number however it is written', () => {
    expect(reasonsOf(readSearch('"java services"')!, body, resume)[0]!.pieces[1]).toBe('Java services')
    expect(reasonsOf(readSearch('0612345678')!, body, '')).toEqual([
      { where: 'contact', pieces: ['', '+31 6 1234 5678', ''] },
    ])
  })

  it('cut the résumé in scripts whose letters fold into several', () =>
    expect(reasonsOf(readSearch('машинист')!, 'names\tИ', 'Опыт: шеф и Машинист крана')).toEqual([
      { where: 'resume', pieces: ['Опыт: шеф и ', 'Машинист', ' крана'] },
    ]))

  it('find a name in spite of slips, but not every name', () => {
    expect(closeName(['lukaszevicz'], body)?.pieces).toEqual(['Zoë ', 'Łukaszewicz', ''])
    expect(closeName(['lukas'], body)).toBeUndefined()
  })
})
