import { useElementSize } from '@mantine/hooks'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { RowSkeletons } from '../../../design/parts/States.tsx'
import { FileText } from './FileText.tsx'
import styles from './paper.module.css'
import type { Person } from './use-person.ts'

GlobalWorkerOptions.workerSrc = worker

/** A PDF drawn page by page to the width there is. Nothing inside it runs: no script, no form, no link is built. */
export const PdfPages = ({ file }: { readonly file: Person['files'][number] }) => {
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [failed, setFailed] = useState(false)
  const { ref, width } = useElementSize()
  useEffect(() => {
    const task = getDocument({ url: `/files/${file.id}`, enableXfa: false, disableRange: true })
    task.promise.then(setPdf, () => setFailed(true))
    return () => void task.destroy()
  }, [file.id])
  if (failed)
    return <FileText file={file} because="The PDF can’t be drawn; this is the text that was read from it." />
  return (
    <div ref={ref}>
      {!pdf && <RowSkeletons rows={8} />}
      {pdf &&
        width > 0 &&
        Array.from({ length: Math.min(pdf.numPages, mostPages) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
          <PdfPage key={at} pdf={pdf} number={at + 1} width={width} of={file.name} />
        ))}
      {pdf && pdf.numPages > mostPages && (
        <p>
          The first {mostPages} of {pdf.numPages} pages; download the file for all.
        </p>
      )}
    </div>
  )
}

const mostPages = 40

const PdfPage = ({
  pdf,
  number,
  width,
  of,
}: {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly width: number
  readonly of: string
}) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [ratio, setRatio] = useState(Math.SQRT2)
  const [text, setText] = useState('')
  const [near, setNear] = useState(number === 1)
  useEffect(() => {
    if (near || !canvas.current) return
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '600px',
    })
    seen.observe(canvas.current)
    return () => seen.disconnect()
  }, [near])
  useEffect(() => {
    if (!near) return
    let drawing: RenderTask | undefined
    let left = false
    void pdf.getPage(number).then(async (page) => {
      if (left || !canvas.current) return
      const whole = page.getViewport({ scale: 1 })
      setRatio(whole.height / whole.width)
      const viewport = page.getViewport({ scale: (width / whole.width) * window.devicePixelRatio })
      canvas.current.width = viewport.width
      canvas.current.height = viewport.height
      drawing = page.render({ canvas: canvas.current, viewport })
      await drawing.promise.catch(() => undefined)
      // Drawn letters are no text to a screen reader: the page's words stand beside the drawing.
      const content = await page.getTextContent()
      if (!left) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
    })
    return () => {
      left = true
      drawing?.cancel()
    }
  }, [pdf, number, width, near])
  return (
    <figure className={styles.sheet} aria-label={`${of}, page ${number}`}>
      <canvas ref={canvas} style={{ aspectRatio: `1 / ${ratio}` }} />
      <figcaption className={styles.onlyHeard}>{text}</figcaption>
    </figure>
  )
}
