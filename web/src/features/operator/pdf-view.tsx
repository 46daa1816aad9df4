import { Skeleton, Text } from '@mantine/core'
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import classes from './operator.module.css'
import { t } from './texts.ts'

GlobalWorkerOptions.workerSrc = workerUrl
const MAX_PAGES = 20

/** A PDF as pictures of its pages: nothing in it can run, and it has no frame of its own. */
export function PdfView({ address }: { address: string }) {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null)
  const [isBroken, setIsBroken] = useState(false)
  useEffect(() => {
    const loading = getDocument({ url: address, enableXfa: false })
    loading.promise.then(setDocument, () => setIsBroken(true))
    return () => void loading.destroy()
  }, [address])

  if (isBroken) return <Text>{t('order.failed')}</Text>
  if (!document) return <Skeleton height={520} radius="md" aria-label={t('loading')} />
  return (
    <div className={classes.paper}>
      {Array.from({ length: Math.min(document.numPages, MAX_PAGES) }, (_, index) => (
        <PdfPage key={index} document={document} number={index + 1} />
      ))}
    </div>
  )
}

function PdfPage({ document, number }: { document: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let stop: (() => void) | undefined
    void document.getPage(number).then((page) => {
      if (!canvas.current) return
      const viewport = page.getViewport({ scale: 2 })
      canvas.current.width = viewport.width
      canvas.current.height = viewport.height
      const task = page.render({ canvas: canvas.current, viewport })
      stop = () => task.cancel()
      task.promise.catch(() => undefined) // Cancelled: the page was left.
    })
    return () => stop?.()
  }, [document, number])
  return <canvas ref={canvas} role="img" aria-label={t('order.page', { number })} />
}
