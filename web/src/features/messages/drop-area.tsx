import { type ReactNode, useEffect, useState } from 'react'
import classes from './composer.module.css'
import { t } from './texts.ts'

type Props = {
  readonly onFiles: (files: readonly File[]) => void
  readonly isOff: boolean
  readonly children: ReactNode
}

/** Files dropped anywhere on the page while a chat is open are for that chat. */
export function DropArea({ onFiles, isOff, children }: Props) {
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    if (isOff) return
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [onFiles, isOff])

  return (
    <>
      {isOver && <div className={classes.drop}>{t('composer.drop')}</div>}
      {children}
    </>
  )
}
