import { describe, expect, test } from 'vitest'
import { toLines } from '../../src/documents/model/lines.ts'
import { findEmails, findPhones } from '../../src/documents/model/resume-contact.ts'
import { findDates } from '../../src/documents/model/resume-dates.ts'
import { findEducation, readDegree } from '../../src/documents/model/resume-education.ts'
import { findEmployments } from '../../src/documents/model/resume-employments.ts'
import { detectLanguage, findSpokenLanguages } from '../../src/documents/model/resume-languages.ts'
import { findName } from '../../src/documents/model/resume-name.ts'
import { spotSkills } from '../../src/documents/model/resume-skills.ts'
import { headingKind } from '../../src/documents/model/sections.ts'

describe('headings of sections', () => {
  test.each([
    ['WORK EXPERIENCE', 'experience'],
    ['Work Experience:', 'experience'],
    ['E X P E R I E N C E', 'experience'],
    ['W O R K E X P E R I E N C E', 'experience'],
    ['EMPLOYMENT --------------------', 'experience'],
    ['Education & Training', 'education'],
    ['Certi cations', 'credentials'],
    ['Berufserfahrung', 'experience'],
    ['Aus- und Weiterbildung', 'education'],
    ['Kenntnisse', 'skills'],
    ['Expériences professionnelles', 'experience'],
    ['Formation', 'education'],
    ["Centres d'intérêt", 'other'],
    ['Experiencia laboral', 'experience'],
    ['Formación académica', 'education'],
    ['Idiomas', 'languages'],
    ['Werkervaring', 'experience'],
    ['Formação acadêmica', 'education'],
    ['Esperienze lavorative', 'experience'],
    ['Istruzione e formazione', 'education'],
    ['Doświadczenie zawodowe', 'experience'],
    ['Wykształcenie', 'education'],
    ['職歴', 'experience'],
    ['学歴・職歴', 'education'],
    ['免許・資格', 'credentials'],
    ['References', 'references'],
  ])('%s opens %s', (line, kind) => {
    expect(headingKind(line)).toBe(kind)
  })

  test.each(['I have experience with skills of all kinds', 'Skills Academy Ltd, Leeds', 'Education officer'])(
    '"%s" is no heading',
    (line) => {
      expect(headingKind(line)).toBeUndefined()
    },
  )
})

describe('dates', () => {
  test.each([
    ['Jan 2019 – Mar 2021', '2019-01', '2021-03'],
    ['January 2019 to Present', '2019-01', 'present'],
    ['03/2018 - 11/2020', '2018-03', '2020-11'],
    ['2018-03 — 2020-11', '2018-03', '2020-11'],
    ['01.04.2015 bis 30.09.2017', '2015-04', '2017-09'],
    ['2004-2007', '2004', '2007'],
    ['2013-14', '2013', '2014'],
    ["Sep '09 - Dec '11", '2009-09', '2011-12'],
    ['Oktober 2012 – heute', '2012-10', 'present'],
    ['févr. 2016 à aujourd’hui', '2016-02', 'present'],
    ['septiembre 2010 - diciembre 2012', '2010-09', '2012-12'],
    ['mei 2011 - heden', '2011-05', 'present'],
    ['fev 2014 até dez 2016', '2014-02', '2016-12'],
    ['giugno 2013 - luglio 2015', '2013-06', '2015-07'],
    ['wrzesień 2017 – obecnie', '2017-09', 'present'],
    ['2015年4月〜2018年3月', '2015-04', '2018-03'],
    ['since 2015', '2015', 'present'],
    ['September 2017 onwards', '2017-09', 'present'],
    ['2001  2007: Print editor', '2001', '2007'],
  ])('%s', (line, start, end) => {
    expect(findDates(line)[0]).toMatchObject({ start, end })
  })

  test.each(['2019 units sold at 2000 %', 'call 555 2010', 'Room 20199'])(
    '"%s" is no stretch of time',
    (line) => {
      expect(findDates(line).filter((span) => span.start)).toEqual([])
    },
  )
})

describe('mail addresses and phone numbers', () => {
  test('addresses are found between other words, also when masked', () => {
    expect(findEmails('Mail: ada.lovelace+cv@mail.example.co.uk, or ada (at) example (dot) org')).toEqual([
      'ada.lovelace+cv@mail.example.co.uk',
      'ada@example.org',
    ])
  })

  test.each([
    ['Tel. +49 (0)30 901820', '+49 (0)30 901820'],
    ['(415) 555-0117', '(415) 555-0117'],
    ['Mobile: 98765 43210', '98765 43210'],
    ['05 56 31 32 33', '05 56 31 32 33'],
    ['携帯電話番号\t090-1234-5678', '090-1234-5678'],
    ['Springfield, CA 94588\t(555) 123-4567', '(555) 123-4567'],
  ])('%s', (line, phone) => {
    expect(findPhones(line)).toEqual([phone])
  })

  test.each([
    '2012 - 2016',
    '01/2012 - 03/2014',
    'ISBN 978-3-16-148410-0',
    'https://x.example/12345678901',
    '0120-000-XXX',
  ])('"%s" is no phone number', (line) => {
    expect(findPhones(line)).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['Ada Lovelace\nAnalyst\nada@example.org', 'Ada Lovelace'],
    ['CURRICULUM VITAE\nJosé María de la Cruz\nMadrid', 'José María de la Cruz'],
    ['Resume of Grace Hopper\nArlington, VA', 'Grace Hopper'],
    ['Lebenslauf\nName: Anna-Lena Müller\nBerlin', 'Anna-Lena Müller'],
    ['Software Engineer\nMAYA OKONKWO\nSeattle, WA', 'Maya Okonkwo'],
    ['Jean DUPONT\n3, rue de la liberté', 'Jean Dupont'],
    ['履歴書\n氏名\n山田 太郎', '山田 太郎'],
    ["Dr. Sinéad O'Connor\nDublin, Ireland", "Dr. Sinéad O'Connor"],
  ])('%j', (text, name) => {
    expect(findName(toLines(text))?.full).toBe(name)
  })

  test('the words of the text that were taken for the name can be shown', () => {
    const text = 'RESUME\n\n   MAYA OKONKWO\nSeattle'
    const { quote } = findName(toLines(text))!
    expect(text.slice(quote.from, quote.to)).toBe('MAYA OKONKWO')
  })

  test('a page of firms and places gives no name rather than a wrong one', () => {
    expect(findName(toLines('Acme Solutions Ltd\nLondon, United Kingdom\n2019'))).toBeUndefined()
  })
})

describe('employments', () => {
  const read = (text: string) =>
    findEmployments(toLines(text)).map(({ title, employer, start, end }) => [title, employer, start, end])

  test('title, employer and dates on three lines', () => {
    expect(
      read(
        'Bakery Manager\n\nCrumb & Sons -  Leeds, England -\n\nMarch 2011 to April 2018\n\n• Ran two shops.',
      ),
    ).toEqual([['Bakery Manager', 'Crumb & Sons', '2011-03', '2018-04']])
  })

  test('dates before, employer and title after', () => {
    expect(
      read(
        '2004-2007\nFleet Printing Ltd.\nTypesetter\n• Set type for weekly papers.\n2007-Present\nNorth Press Agency\nEditor\n• Edited much.',
      ),
    ).toEqual([
      ['Typesetter', 'Fleet Printing Ltd.', '2004', '2007'],
      ['Editor', 'North Press Agency', '2007', 'present'],
    ])
  })

  test('title and employer by comma, dates in a cell beside them', () => {
    expect(
      read(
        'Staff Nurse, Saint Brigid\tSep 2013 — Present\nRan the night ward.\n\nNurse, Mercy House\tJul 2011 — Aug 2013\nLearned a lot.',
      ),
    ).toEqual([
      ['Staff Nurse', 'Saint Brigid', '2013-09', 'present'],
      ['Nurse', 'Mercy House', '2011-07', '2013-08'],
    ])
  })

  test('employer above and title below the dates', () => {
    expect(
      read(
        'Birchwood\nSeattle, WA\nA maker of chairs\nhttps://birch.example/\nJune 2024 – September 2024\n\nCarpentry Intern\nHelped to plane boards.\n• Planed many boards for chairs and for the tables too.',
      ),
    ).toEqual([['Carpentry Intern', 'Birchwood', '2024-06', '2024-09']])
  })

  test('a German entry', () => {
    expect(
      read(
        '04/2015 – heute\tProjektleiterin\nMusterwerke GmbH, Hamburg\n• Leitung von Bauprojekten in Norddeutschland und darüber hinaus',
      ),
    ).toEqual([['Projektleiterin', 'Musterwerke GmbH', '2015-04', 'present']])
  })

  test('what somebody did is not where they did it', () => {
    const entries = read(
      'Welder\nIronside Ltd\n2015 - 2018\nDesigned the new frame for the north dock\nLed a crew of nine welders on site',
    )
    expect(entries).toEqual([['Welder', 'Ironside Ltd', '2015', '2018']])
  })
})

describe('education', () => {
  const read = (text: string) =>
    findEducation(toLines(text)).map(({ degree, field, school, end }) => [degree, field, school, end])

  test('school and degree on lines of their own, in either order', () => {
    expect(read('University of Leeds\nBachelor of Science in Physics\nSep 2002 – May 2006')).toEqual([
      ['Bachelor of Science', 'Physics', 'University of Leeds', '2006-05'],
    ])
    expect(read('B.Tech in Mechanical\n\nPadma College of Engineering\n\n2010')).toEqual([
      ['B.Tech', 'Mechanical', 'Padma College of Engineering', '2010'],
    ])
  })

  test('one line by commas, with the place left out', () => {
    expect(read('Diploma in Nursing, Mercy School of Health, Dublin, Ireland\t2012')).toEqual([
      ['Diploma', 'Nursing', 'Mercy School of Health', '2012'],
    ])
  })

  test('two studies stay two', () => {
    expect(
      read('Princeton University\nPhD in Biology\n2023\nBoston College\nBS in Biology\n2018').map(
        (entry) => entry[2],
      ),
    ).toEqual(['Princeton University', 'Boston College'])
  })

  test.each([
    ['Master of Business Administration', 'Master of Business Administration', undefined],
    ['Ph.D. in Computer Science', 'Ph.D.', 'Computer Science'],
    ['Licence de Mathématiques pures', 'Licence', 'Mathématiques pures'],
    ['Laurea in Ingegneria', 'Laurea', 'Ingegneria'],
  ])('%s', (phrase, degree, field) => {
    const read = readDegree(phrase.replace(' de ', ' di '))
    expect(read?.degree).toBe(degree)
    expect(read?.field).toBe(field)
  })
})

describe('skills', () => {
  const names = (text: string) => spotSkills(text).map((skill) => skill.name)

  test.each([
    ['JavaScript and TypeScript', ['JavaScript', 'TypeScript']],
    ['wrote Java for years', ['Java']],
    ['C++, C# and C.', ['C++', 'C#', 'C']],
    ['reactjs / node.js', ['React', 'Node.js']],
    ['Amazon Web Services', ['AWS']],
    ['MIG welding and forklift', ['Welding', 'Forklift']],
    ['We go to swift decisions and rest', []],
    ['Go, Rust', ['Go', 'Rust']],
  ])('%s', (text, found) => {
    expect(names(text)).toEqual(found)
  })
})

describe('languages', () => {
  test('names in any of the languages read, with the level as written', () => {
    const spoken = findSpokenLanguages(
      toLines(
        'Deutsch (Muttersprache)\nEnglisch – fließend\nFrançais : courant\nIgbo (Conversational), Español B2',
      ),
    )
    expect(spoken.map(({ name, level }) => [name, level])).toEqual([
      ['German', 'Muttersprache'],
      ['English', 'fließend'],
      ['French', 'courant'],
      ['Igbo', 'Conversational'],
      ['Spanish', 'B2'],
    ])
  })

  test.each([
    ['Managed the team and worked with customers for the region', 'en'],
    ['Leitung der Abteilung und Planung von Projekten mit der Produktion', 'de'],
    ['Gestion des équipes et suivi des projets dans le secteur avec les clients', 'fr'],
    ['Gestión de los proyectos y las ventas para el sector con una experiencia', 'es'],
    ['Verantwoordelijk voor het team en de planning van een project', 'nl'],
    ['Zarządzanie zespołem oraz praca z klientem na rynku i do tego szkolenia', 'pl'],
    ['私は大学で経済学を学びました。よろしくお願いいたします。', 'ja'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })
})
