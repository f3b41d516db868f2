import { readFileSync } from 'node:fs'
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TabStopType, TextRun } from 'docx'
import PdfDocument from 'pdfkit'
import type { Resume } from './resumes.ts'

/** Whether this résumé comes as PDF; names that need an embedded font do so now and then only, since that is slow. */
export const usesPdf = (resume: Resume, number: number): boolean => {
  const written = `${resume.identity.name} ${resume.identity.town}`.normalize('NFC')
  if (standardLetters.test(written)) return number % 5 !== 0
  return (
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{P}\p{N}\p{Zs}]+$/u.test(written) &&
    number % 18 === 0
  )
}

/** The résumé as a PDF of one or two pages with embedded fonts. */
export const resumePdf = (resume: Resume): Promise<Uint8Array> => {
  const doc = new PdfDocument({
    size: 'A4',
    margins: { top: 56, bottom: 56, left: 56, right: 56 },
    info: { Title: `Résumé ${resume.identity.name}`, Creator: 'Throughline demo' },
  })
  const parts: Buffer[] = []
  const whole = new Promise<Uint8Array>((resolve) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
  })
  const write = (
    text: string,
    size: number,
    weight: 400 | 600,
    options: { gap?: number; color?: string; indent?: number } = {},
  ) => {
    doc.fontSize(size).fillColor(options.color ?? '#1a1a20')
    const runs = runsOf(text)
    runs.forEach((run, index) => {
      doc.font(run.set === 'standard' ? standardFonts[weight] : fontFile(run.set, weight)).text(run.text, {
        continued: index < runs.length - 1,
        indent: index === 0 ? (options.indent ?? 0) : 0,
      })
    })
    doc.moveDown(options.gap ?? 0.15)
  }
  const heading = (text: string) => {
    doc.moveDown(0.5)
    write(text, 11, 600, { gap: 0.1 })
    doc.moveTo(56, doc.y).lineTo(539, doc.y).lineWidth(0.5).strokeColor('#c8c8d0').stroke()
    doc.moveDown(0.35)
  }
  const { identity } = resume
  write(identity.name, 22, 600, { gap: 0.05 })
  write(`${identity.town} · ${identity.mail} · ${identity.phone}`, 9.5, 400, { color: '#55555f' })
  heading('Profile')
  write(resume.profile, 10, 400)
  heading('Work')
  for (const job of resume.jobs) {
    write(`${job.employer}, ${job.title}`, 10.5, 600, { gap: 0 })
    write(`${job.from} – ${job.to ?? 'now'}`, 9, 400, { color: '#55555f' })
    for (const line of job.did) write(`- ${line}`, 10, 400, { indent: 8 })
    doc.moveDown(0.3)
  }
  heading('Education')
  for (const study of resume.studies) write(`${study.school}, ${study.degree}, ${study.year}`, 10, 400)
  heading('Skills')
  write(resume.skills.join(', '), 10, 400)
  heading('Languages')
  write(resume.languages.join(', '), 10, 400)
  doc.end()
  return whole
}

/** The résumé as a Word document. */
export const resumeDocx = async (resume: Resume): Promise<Uint8Array> => {
  const { identity } = resume
  const heading = (text: string) =>
    new Paragraph({ text, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 80 } })
  const line = (text: string) => new Paragraph({ children: [new TextRun(text)], spacing: { after: 60 } })
  const document = new Document({
    creator: 'Throughline demo',
    sections: [
      {
        children: [
          new Paragraph({ text: identity.name, heading: HeadingLevel.TITLE, alignment: AlignmentType.START }),
          line(`${identity.town} · ${identity.mail} · ${identity.phone}`),
          heading('Profile'),
          line(resume.profile),
          heading('Work'),
          ...resume.jobs.flatMap((job) => [
            new Paragraph({
              tabStops: [{ type: TabStopType.RIGHT, position: 9000 }],
              children: [
                new TextRun({ text: `${job.employer}, ${job.title}`, bold: true }),
                new TextRun(`\t${job.from} – ${job.to ?? 'now'}`),
              ],
            }),
            ...job.did.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
          ]),
          heading('Education'),
          ...resume.studies.map((study) => line(`${study.school}, ${study.degree}, ${study.year}`)),
          heading('Skills'),
          line(resume.skills.join(', ')),
          heading('Languages'),
          line(resume.languages.join(', ')),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const sets = [
  { set: 'greek', letters: /\p{Script=Greek}/u },
  { set: 'cyrillic', letters: /\p{Script=Cyrillic}/u },
  {
    set: 'vietnamese',
    letters: /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u,
  },
  { set: 'latin-ext', letters: /[\u0100-\u024f\u1e00-\u1e9f]/u },
] as const
type FontSet = (typeof sets)[number]['set'] | 'latin'
const standardFonts = { 400: 'Helvetica', 600: 'Helvetica-Bold' } as const

const setOf = (letter: string): FontSet => sets.find(({ letters }) => letters.test(letter))?.set ?? 'latin'

/** The letters of PDF's own fonts: those need no embedding, which takes a hundred times as long. */
const standardLetters = /^[\u0020-\u007e\u00a0-\u00ff–—‘’“”•€]*$/

/** The text cut where the font changes: the web fonts come in one file a script. */
const runsOf = (text: string): { set: FontSet | 'standard'; text: string }[] => {
  if (standardLetters.test(text.normalize('NFC'))) return [{ set: 'standard', text: text.normalize('NFC') }]
  const runs: { set: FontSet; text: string }[] = []
  for (const letter of text.normalize('NFC')) {
    const set = setOf(letter)
    const last = runs.at(-1)
    if (last?.set === set) last.text += letter
    else runs.push({ set, text: letter })
  }
  return runs
}

const fonts = new Map<string, Buffer>()
const fontFile = (set: FontSet, weight: 400 | 600): Buffer => {
  const name = `inter-${set}-${weight}-normal.woff`
  const known = fonts.get(name)
  if (known) return known
  const bytes = readFileSync(new URL(import.meta.resolve(`@fontsource/inter/files/${name}`)))
  fonts.set(name, bytes)
  return bytes
}
