import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, Textbox } from 'docx'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { createTextExtraction } from '../../src/adapters/text-extraction.ts'
import { processorMs } from '../support/processor-time.ts'

const extraction = createTextExtraction()
afterAll(() => extraction.close())
const read = (bytes: Uint8Array | string, name = 'cv') =>
  extraction.read(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name)

type Entry = { name: string; content: Buffer | string; declaredSize?: number }

/** A zip archive made by hand, so that it may also lie about itself. */
function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(entry.declaredSize ?? content.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, name, packed])
    const central = Buffer.alloc(46)
    central.write('PK\u0001\u0002', 0, 'latin1')
    head.copy(central, 6, 0, 24)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

const WORDS =
  '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Ada Lovelace</w:t></w:r></w:p></w:body></w:document>'

async function pdf(pages: number, text = 'Ada Lovelace'): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page++)
    document.addPage().drawText(`${text} ${page}`, { x: 50, y: 700, size: 12, font })
  return document.save()
}

describe('what a file is, is told by its content', () => {
  test.each([
    ['cv.pdf', 'Ada Lovelace\nAnalyst', 'text'],
    [
      'cv.txt',
      '<!doctype html><html><body><h1>Ada Lovelace</h1><script>alert(1)</script></body></html>',
      'html',
    ],
    ['cv.docx', '{\\rtf1\\ansi Ada Lovelace\\par Analyst}', 'rtf'],
    ['cv.bin', '{"basics":{"name":"Ada Lovelace","email":"ada@example.org"}}', 'json'],
  ])('%s', async (name, content, kind) => {
    const result = await read(content, name)
    expect(result).toMatchObject({ ok: true, kind })
    expect(result.ok && result.text).toContain('Ada Lovelace')
    expect(result.ok && result.text).not.toContain('alert')
  })

  test('a name of another kind is noted', async () => {
    const result = await read(zip([{ name: 'word/document.xml', content: WORDS }]), 'cv.pdf')
    expect(result).toMatchObject({ ok: true, kind: 'docx', text: 'Ada Lovelace' })
    expect(result.ok && result.notes).toHaveLength(1)
  })

  test.each([
    [
      'windows-1252',
      Buffer.from('Sin\u00e9ad \u2013 Caf\u00e9'.replace('\u2013', '\x96'), 'latin1'),
      'Sinéad – Café',
    ],
    ['UTF-16', Buffer.from('\ufeffŽaneta Łódź', 'utf16le'), 'Žaneta Łódź'],
    ['UTF-8', Buffer.from('山田 太郎'), '山田 太郎'],
    [
      'Shift JIS',
      Buffer.from([
        0x8e,
        0x52,
        0x93,
        0x63,
        0x20,
        0x91,
        0xbe,
        0x98,
        0x59,
        ...Array(12).fill([0x82, 0xa0]).flat(),
      ]),
      `山田 太郎${'あ'.repeat(12)}`,
    ],
  ])('text in %s keeps its letters', async (_, bytes, text) => {
    expect(await read(bytes)).toMatchObject({ ok: true, text })
  })
})

describe('documents', () => {
  test('a DOCX gives headers, tables and text boxes as well', async () => {
    const document = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('ada@example.org')] }) },
          children: [
            new Paragraph({ text: 'Ada Lovelace', heading: 'Title' }),
            new Textbox({ alignment: 'center', children: [new Paragraph('In a box')] }),
            new Table({
              rows: [
                new TableRow({
                  children: ['2010 – 2012', 'Analyst'].map(
                    (cell) => new TableCell({ children: [new Paragraph(cell)] }),
                  ),
                }),
              ],
            }),
          ],
        },
      ],
    })
    const result = await read(await Packer.toBuffer(document))
    expect(result).toMatchObject({ ok: true, kind: 'docx' })
    const text = result.ok ? result.text : ''
    for (const part of ['ada@example.org', 'In a box', '2010 – 2012\tAnalyst']) expect(text).toContain(part)
    expect(result.ok && result.prominent[0]?.text).toBe('Ada Lovelace')
  })

  test('a PDF of two columns is read column by column, dates stay beside their job', async () => {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    const page = document.addPage([600, 800])
    const left = ['CONTACT', 'ada@example.org', 'London', 'SKILLS', 'Algebra', 'Engines', 'Poetry', 'Flutes']
    const right = [
      'EXPERIENCE',
      'Analyst of the Engine',
      'Wrote notes longer than the paper they',
      'were meant to explain, with a table',
      'of numbers in them.',
    ]
    for (const [at, text] of left.entries()) page.drawText(text, { x: 40, y: 700 - at * 17, size: 10, font })
    for (const [at, text] of right.entries())
      page.drawText(text, { x: 220, y: 703 - at * 14, size: 10, font })
    page.drawText('1842 – 1843', { x: 500, y: 703 - 14, size: 10, font })
    const result = await read(await document.save())
    const text = result.ok ? result.text : ''
    expect(text).toContain('Algebra\nEngines\nPoetry')
    expect(text).toContain('Analyst of the Engine\t1842 – 1843')
    expect(text).toContain('Wrote notes longer than the paper they\nwere meant to explain')
  })
})

describe('files built to harm', () => {
  test('a bomb is refused by its directory, before anything is unpacked', async () => {
    const bomb = zip([{ name: 'word/document.xml', content: Buffer.alloc(30_000_000, 32) }])
    const started = processorMs()
    expect(await read(bomb)).toMatchObject({ ok: false, reason: 'hostile' })
    expect(processorMs() - started).toBeLessThan(1000)
  })

  test('a file that unpacks to more than it declares is stopped', async () => {
    const bomb = zip([{ name: 'word/document.xml', content: Buffer.alloc(3_000_000, 32), declaredSize: 100 }])
    expect(await read(bomb)).toMatchObject({ ok: false })
  })

  test('thousands of entries and archives in archives are not opened', async () => {
    const many = zip(Array.from({ length: 1200 }, (_, at) => ({ name: `word/${at}.xml`, content: '<a/>' })))
    expect(await read(many)).toMatchObject({ ok: false, reason: 'hostile' })
    const nested = zip([
      { name: 'inner.docx', content: zip([{ name: 'word/document.xml', content: WORDS }]) },
    ])
    expect(await read(nested)).toMatchObject({ ok: false, reason: 'unsupported' })
  })

  test('no part of a document reaches a file or an address through an entity', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'canary-'))
    const canary = join(folder, 'canary.txt')
    writeFileSync(canary, 'the-canary-sings')
    let calls = 0
    const server = createServer((_, response) => {
      calls += 1
      response.end('<!ENTITY x "the-canary-sings">')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.dtd`
    const evil = (target: string) =>
      `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "${target}">]>${WORDS.replace('Ada', 'Ada &x;')}`
    for (const target of [`file://${canary}`, address]) {
      for (const part of [
        'word/document.xml',
        'word/header1.xml',
        'word/_rels/document.xml.rels',
        'docProps/core.xml',
        'customXml/item1.xml',
      ]) {
        const parts = [{ name: 'word/document.xml', content: WORDS }].filter((entry) => entry.name !== part)
        const result = await read(zip([...parts, { name: part, content: evil(target) }]))
        expect(result, part).toMatchObject({ ok: false, reason: 'hostile' })
        expect(JSON.stringify(result)).not.toContain('the-canary-sings')
      }
      const utf16 = Buffer.from(`\ufeff${evil(target)}`, 'utf16le')
      expect(await read(zip([{ name: 'word/document.xml', content: utf16 }]))).toMatchObject({
        ok: false,
        reason: 'hostile',
      })
      expect(await read(evil(target).replace('<w:document', '<w:wordDocument'))).toMatchObject({ ok: false })
      const page = `<!DOCTYPE html [<!ENTITY x SYSTEM "${target}">]><html><body>&x;<img src="${address}">Ada</body></html>`
      expect(JSON.stringify(await read(page))).not.toContain('the-canary-sings')
    }
    expect(calls).toBe(0)
    server.close()
    rmSync(folder, { recursive: true })
  })

  test('of thousands of pages the first fifty are read', async () => {
    const result = await read(await pdf(2000))
    expect(result).toMatchObject({ ok: true, pages: 2000 })
    expect(result.ok && result.text).toContain('Ada Lovelace 50')
    expect(result.ok && result.text).not.toContain('Ada Lovelace 51')
    expect(result.ok && result.notes[0]).toMatch(/first 50 of 2000/)
  })

  test.each([
    ['nothing', '', 'empty'],
    ['only spaces', ' \n\t ', 'empty'],
    ['a cut archive', zip([{ name: 'word/document.xml', content: WORDS }]).subarray(0, 90), 'corrupt'],
    ['a cut PDF head', '%PDF-1.7\n1 0 obj', 'corrupt'],
    ['a program', Buffer.from('7f454c460201010000000000000000000200', 'hex'), 'unsupported'],
    ['an empty archive', zip([]), 'unsupported'],
    [
      'a broken office file',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 7)]),
      'corrupt',
    ],
    ['too many letters', Buffer.alloc(10_000_001, 65), 'too-large'],
  ])('%s is said to be so', async (_, bytes, reason) => {
    const result = await read(bytes)
    expect(result).toMatchObject({ ok: false, reason })
    expect(!result.ok && result.says.length).toBeGreaterThan(10)
  })

  test('a cut PDF gives what is left of it or a reason, never an error', async () => {
    const whole = await pdf(3)
    for (const part of [0.3, 0.6, 0.9]) {
      const result = await read(whole.subarray(0, Math.floor(whole.length * part)))
      expect(typeof result.ok).toBe('boolean')
    }
  })
})

describe('limits', () => {
  test('a file that takes too long costs its process and nothing else', async () => {
    const short = createTextExtraction({ timeLimitMs: 150 })
    const endless = await pdf(50, 'A long line of words that has to be placed on its page '.repeat(8))
    const heavy = Buffer.from(`<html><body>${'<table><tr><td>'.repeat(300_000)}`)
    const [slow, next] = await Promise.all([short.read(heavy, 'cv.html'), short.read(endless, 'cv.pdf')])
    expect(slow).toMatchObject({ ok: false, reason: 'timed-out' })
    expect(typeof next.ok).toBe('boolean')
    await short.close()
    const usual = createTextExtraction()
    expect(await usual.read(Buffer.from('Ada Lovelace'), 'cv.txt')).toMatchObject({ ok: true })
    await usual.close()
  })

  test('a file that takes too much memory costs its process and nothing else', async () => {
    const small = createTextExtraction({ memoryLimitMb: 40, timeLimitMs: 20_000 })
    const heavy = Buffer.from(`<html><body>${'<p>x'.repeat(2_400_000)}`)
    expect(await small.read(heavy, 'cv.html')).toMatchObject({ ok: false })
    expect(await small.read(Buffer.from('Ada Lovelace'), 'cv.txt')).toMatchObject({
      ok: true,
      text: 'Ada Lovelace',
    })
    await small.close()
  })

  test('closed, it leaves no process behind and still answers', async () => {
    const before = workers()
    const closing = createTextExtraction()
    await closing.read(Buffer.from('Ada'), 'cv.txt')
    expect(workers()).toBe(before + 1)
    const pending = closing.read(Buffer.from(`<html>${'<div>x'.repeat(300_000)}`), 'cv.html')
    await closing.close()
    expect(await pending).toMatchObject({ ok: false, reason: 'unreadable' })
    expect(workers()).toBe(before)
    expect(await closing.read(Buffer.from('Ada'), 'cv.txt')).toMatchObject({
      ok: false,
      reason: 'unreadable',
    })
  })
})

/** Extraction processes started by this one. */
function workers(): number {
  const list = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  return list.split('\n').filter((line) => line.includes('text-extraction-worker')).length
}
