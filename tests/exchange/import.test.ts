import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdContact } from '../../src/candidates/contact/hold-contact.ts'
import { previewImport } from '../../src/exchange/preview-import.ts'
import { revertImport } from '../../src/exchange/revert-import.ts'
import { cancelImport, runImport } from '../../src/exchange/run-import.ts'
import { startImport } from '../../src/exchange/start-import.ts'
import { sql } from '../../src/kernel/sql.ts'
import { people } from '../support/cast.ts'
import { bringLists } from './bring-list.ts'

let test: Awaited<ReturnType<typeof bringLists>>
beforeAll(async () => {
  test = await bringLists()
  await test.startDeliveries()
})
afterAll(() => test.close())

const run = async (importId: string) => {
  await test.value(test.kernel.run(runImport, { importId }, test.by))
  return test.until(importId, 'done')
}
const person = async (mail: string) =>
  (
    await test.rows(sql<{
      id: string
      name: string
      company: string | null
      title: string | null
      ownerId: string | null
      held: boolean
      relationship: string
      source: string
      points: string[]
      tags: string[] | null
      consents: string[] | null
      notes: string[] | null
    }>`
      select c.id, c.name, c.company, c.title, c.owner_id as "ownerId", c.do_not_contact_at is not null as held, c.relationship, c.source,
        array(select p.normalised from candidates.contact_point p where p.candidate_id = c.id order by 1) as points,
        array(select t.name from candidates.candidate_tag ct join candidates.tag t on t.id = ct.tag_id where ct.candidate_id = c.id order by 1) as tags,
        array(select e.purpose || ' ' || e.event from candidates.consent_event e where e.candidate_id = c.id order by 1) as consents,
        array(select n.body from candidates.note n where n.candidate_id = c.id and n.deleted_at is null) as notes
      from candidates.candidate c join candidates.contact_point p on p.candidate_id = c.id
      where p.normalised = ${mail} and c.erased_at is null`)
  )[0]!

describe('a list', () => {
  it('is previewed row by row without writing to anyone, then comes in as foreseen', async () => {
    const first = await test.bring('first.csv', 'Name,Email\nŁukasz Wiśniewski,lukasz@people.example\n')
    await run(first)
    const before = await test.count('candidates.candidate')
    const importId = await test.bring(
      'list.csv',
      [
        'First Name;Last Name;E-Mail;2nd E-Mail;Cell Phone;Tags;Owner;Misc Notes;Current Employer',
        `Łukasz;Wiśniewski;LUKASZ@people.example;;;rust, motion control;;;Robomotive`,
        `Noor;van Dijk;noor@people.example;noor@home.example;+31 6 12345678;Rust;${people.maren.mail};"Met at a fair;\nlikes arms";Arm B.V.`,
        `;;;;;;;;Nobody Ltd`,
        `Noor;van Dijk;noor@home.example;;;;nobody@northwind.example;;`,
      ].join('\r\n'),
    )
    await test.value(test.kernel.run(previewImport, { importId }, test.by))
    const previewed = await test.until(importId, 'previewed')
    expect(previewed).toMatchObject({ foreseen: { added: 1, joined: 2, skipped: 0, error: 1 }, rowCount: 4 })
    expect(await test.count('candidates.candidate')).toBe(before)
    const rows = await test.rowsOf(importId)
    expect(
      rows.map(({ foreseen, sameAsRow, candidate, says }) => [
        foreseen,
        sameAsRow,
        candidate?.name,
        says[0]?.code,
      ]),
    ).toEqual([
      ['joined', null, 'Łukasz Wiśniewski', undefined],
      ['added', null, undefined, undefined],
      ['error', null, undefined, 'no-name'],
      ['joined', 3, undefined, 'no-owner'],
    ])
    expect(await run(importId)).toMatchObject({
      done: { added: 1, joined: 2, skipped: 0, error: 1 },
      waiting: 0,
    })
    expect(await person('noor@people.example')).toMatchObject({
      name: 'Noor van Dijk',
      company: 'Arm B.V.',
      ownerId: people.maren.id,
      points: ['+31612345678', 'noor@home.example', 'noor@people.example'],
      tags: ['rust'],
      notes: ['Met at a fair;\nlikes arms'],
      source: 'import',
    })
    expect((await person('lukasz@people.example')).tags).toEqual(['motion control', 'rust'])
  })

  it('that comes in twice makes nobody twice, not even people without any address', async () => {
    const list = 'Name,Company\nAda Byte,Babbage\nAda Byte,Lovelace\nAda Byte,Babbage\n'
    expect(await run(await test.bring('a.csv', list))).toMatchObject({ done: { added: 2, joined: 1 } })
    expect(await run(await test.bring('a.csv', list))).toMatchObject({ done: { added: 0, joined: 3 } })
  })

  it('is known again by the other system’s ids, however the person is written now', async () => {
    const before = 'Candidate ID,Name,Email\nA-7,Grace H.,grace@old.example\n'
    await run(await test.bring('a.csv', before))
    const after =
      'Candidate ID,Name,Email\nA-7,Grace Hopper,grace@new.example\nA-7,Grace Hopper,grace@third.example\n'
    expect(await run(await test.bring('b.csv', after))).toMatchObject({ done: { added: 0, joined: 2 } })
    expect((await person('grace@old.example')).points).toEqual([
      'grace@new.example',
      'grace@old.example',
      'grace@third.example',
    ])
  })

  it('from LinkedIn is read below its notes, with blank mail addresses', async () => {
    const importId = await test.bring(
      'Connections.csv',
      'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nZoë,Märtens,https://www.linkedin.com/in/zoe-maertens,,Festo,Controls Lead,12 Mar 2024\n',
    )
    expect(await test.stands(importId)).toMatchObject({
      headerRow: 4,
      rowCount: 1,
      mapping: { system: 'linkedin' },
    })
    await run(importId)
    expect(await person('linkedin:zoe-maertens')).toMatchObject({
      name: 'Zoë Märtens',
      company: 'Festo',
      title: 'Controls Lead',
    })
  })

  it('as a workbook comes in as well', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('Empty')
    const sheet = book.addWorksheet('People')
    sheet.addRow(['Vorname', 'Nachname', 'E-Mail', 'Einwilligung'])
    sheet.addRow([
      'Jürgen',
      'Groß',
      { text: 'juergen@people.example', hyperlink: 'mailto:juergen@people.example' },
      true,
    ])
    const importId = await test.bring('Liste.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    expect(await run(importId)).toMatchObject({ done: { added: 1 } })
    expect(await person('juergen@people.example')).toMatchObject({
      name: 'Jürgen Groß',
      consents: ['talent-pool unproven'],
    })
  })

  it('that is none is answered with a sentence', async () => {
    const problem = async (content: string | Uint8Array) =>
      (await test.stands(await test.bring('x.csv', content))).problem
    expect(await problem('\n\n')).toContain('no rows')
    expect(await problem(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('Save it as XLSX')
    expect(await problem(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toContain('damaged')
    expect(await problem('Name,Email\n"Ann,ann@x.example\n')).toContain('never closes')
  })

  it('without a name column is refused until someone says where the name is', async () => {
    const importId = await test.bring('x.csv', 'Wer,Email\nAnn Brown,ann.brown@x.example\n')
    expect(await test.kernel.run(runImport, { importId }, test.by)).toMatchObject({
      ok: false,
      refusal: { field: 'mapping' },
    })
    const mapping = { columns: ['fullName', 'email'] as const }
    await test.value(
      test.kernel.run(
        previewImport,
        { importId, mapping: { ...mapping, columns: [...mapping.columns] }, saveAs: 'Wer' },
        test.by,
      ),
    )
    await test.until(importId, 'previewed')
    const again = await test.bring('y.csv', 'Wer,Email\nBen Brown,ben.brown@x.example\n')
    expect((await test.stands(again)).mapping?.columns).toEqual(['fullName', 'email'])
  })

  it('is not for interviewers', async () => {
    const upload = await test.upload('x.csv', 'Name\nAnn')
    expect(await test.kernel.run(startImport, { upload }, { actor: test.cast.ifeoma })).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
  })
})

describe('stops of contact', () => {
  it('are honoured even where their columns are left out, and come in before everyone else', async () => {
    const rows = Array.from(
      { length: 600 },
      (_, at) =>
        `Person ${at} Row${at},p${at}@stop.example,${at === 599 ? 'since 2021' : at === 598 ? 'no' : ''},`,
    )
    const importId = await test.bring(
      'list.csv',
      ['Name,Email,Do not contact,Unsubscribed', ...rows, 'Una Sub,una@stop.example,,2024-02-01'].join('\n'),
    )
    await test.value(
      test.kernel.run(
        runImport,
        { importId, mapping: { columns: ['fullName', 'email', null, null] } },
        test.by,
      ),
    )
    await test.until(importId, 'done')
    expect(await person('p599@stop.example')).toMatchObject({ held: true, relationship: 'do-not-contact' })
    expect(await person('p598@stop.example')).toMatchObject({ held: false })
    expect(await person('una@stop.example')).toMatchObject({
      held: false,
      consents: ['events withdrawn', 'newsletter withdrawn', 'talent-pool withdrawn'],
    })
    // Their address stays out of our marketing whatever becomes of the person here.
    expect(
      await test.rows(
        sql`select address, kind, because from messaging.suppression where address like '%@stop.example'`,
      ),
    ).toEqual([{ address: 'una@stop.example', kind: 'marketing', because: 'import' }])
    const order = await test.rows(
      sql<{
        id: string
      }>`select candidate_id as id from kernel.fact where name = 'candidate.added' and subject_id = ${importId} order by id limit 2`,
    )
    const first = [(await person('p599@stop.example')).id, (await person('una@stop.example')).id]
    expect(order.map(({ id }) => id).sort()).toEqual(first.sort())
  })

  it('are never lifted by a list, and a consent with a proof does not undo a withdrawal', async () => {
    await run(
      await test.bring('a.csv', 'Name,Email,Unsubscribed,DNC\nWanda Stopp,wanda@stop.example,yes,yes\n'),
    )
    await run(
      await test.bring(
        'b.csv',
        'Name,Email,DNC,Newsletter,Consent text,Consent proof\nWanda Stopp,wanda@stop.example,no,yes,I want it,form 17\nPia Proof,pia@stop.example,no,yes,I want it,form 18\n',
      ),
    )
    expect(await person('wanda@stop.example')).toMatchObject({ held: true })
    expect((await person('wanda@stop.example')).consents).toContain('newsletter unproven')
    expect((await person('pia@stop.example')).consents).toEqual(['newsletter given'])
  })

  it('reach people on record by address alone', async () => {
    await run(await test.bring('a.csv', 'Name,Email\nNell Known,nell@stop.example\n'))
    await run(await test.bring('b.csv', 'Name,Email,Do not contact\n,nell@stop.example,x\n'))
    expect(await person('nell@stop.example')).toMatchObject({ name: 'Nell Known', held: true })
  })
})

describe('taking an import back', () => {
  it('removes what only it made and keeps what was touched since', async () => {
    await run(await test.bring('a.csv', 'Name,Email\nOld Friend,old@back.example\n'))
    const importId = await test.bring(
      'b.csv',
      'Name,Email,Phone,Company,Tags,Notes\nOld Friend,old@back.example,+49 40 1234567,Neu GmbH,fresh,Said hello\nNew One,new@back.example,,,fresh,\nTouched One,touched@back.example,,,fresh,\n',
    )
    await run(importId)
    const touched = await person('touched@back.example')
    await test.value(
      test.kernel.run(holdContact, { candidateIds: [touched.id], reason: 'Asked by phone' }, test.by),
    )
    await test.value(test.kernel.run(revertImport, { importId }, test.by))
    expect(await test.until(importId, 'reverted')).toMatchObject({
      reverted: { removed: 1, takenBack: 1, kept: 1 },
    })
    expect(await person('new@back.example')).toBeUndefined()
    expect(await person('touched@back.example')).toMatchObject({ tags: ['fresh'], held: true })
    expect(await person('old@back.example')).toMatchObject({
      points: ['old@back.example'],
      tags: [],
      notes: [],
      company: null,
    })
  })

  it('is refused while it runs or when there is nothing to take back', async () => {
    const importId = await test.bring('c.csv', 'Name\nSomeone Else\n')
    expect(await test.kernel.run(revertImport, { importId }, test.by)).toMatchObject({
      refusal: { code: 'not-now' },
    })
    await test.value(test.kernel.run(cancelImport, { importId }, test.by))
    expect(await test.value(test.kernel.run(runImport, { importId }, test.by))).toEqual({ importId })
    await test.until(importId, 'done')
  })
})
