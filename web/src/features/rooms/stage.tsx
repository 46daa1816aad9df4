import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import classes from './room.module.css'
import { t } from './texts.ts'

type Props = {
  readonly title: string
  /** What it is, where it is no call. */
  readonly label?: string
  readonly children: ReactNode
}

/** Over the whole page, which waits behind it: neither the keyboard nor a screen reader gets there meanwhile. */
export function Stage({ title, label = t('room.label', { title }), children }: Props) {
  const section = useRef<HTMLElement>(null)
  // Before anything asks for the focus that the page had until now.
  useLayoutEffect(() => {
    const page = document.getElementById('root')
    page?.setAttribute('inert', '')
    if (!section.current?.contains(document.activeElement)) section.current?.focus()
    return () => page?.removeAttribute('inert')
  }, [])
  return createPortal(
    <section ref={section} tabIndex={-1} className={classes.room} aria-label={label}>
      {children}
    </section>,
    document.body,
  )
}
