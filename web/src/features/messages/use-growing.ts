import { useLayoutEffect } from 'react'
import type { Composing } from './use-composing.ts'

const MAX_HEIGHT = 220

/** As tall as what is written, up to a limit; ready to write in at once where that opens no keyboard. */
export function useGrowing({ field, text }: Composing): void {
  useLayoutEffect(() => {
    const box = field.current
    if (!box) return
    box.style.height = 'auto'
    box.style.height = `${String(Math.min(box.scrollHeight, MAX_HEIGHT))}px`
  }, [field, text])
  useLayoutEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true })
  }, [field])
}
