import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import classes from './room.module.css'
import { t } from './texts.ts'

/** Over the whole page, which waits behind it: neither the keyboard nor a screen reader gets there meanwhile. */
export function Stage({ title, children }: { title: string; children: ReactNode }) {
  const section = useRef<HTMLElement>(null)
  // Before anything asks for the focus that the page had until now.
  useLayoutEffect(() => {
    const page = document.getElementById('root')
    page?.setAttribute('inert', '')
    if (!section.current?.contains(document.activeElement)) section.current?.focus()
    return () => page?.removeAttribute('inert')
  }, [])
  return createPortal(
    <section ref={section} tabIndex={-1} className={classes.room} aria-label={t('room.label', { title })}>
      {children}
    </section>,
    document.body,
  )
}
