import { type MouseEvent, type PointerEvent, type TouchEvent, useRef } from 'react'

const HELD_MS = 420
const MOVED_PX = 10

type Point = { readonly x: number; readonly y: number }

/** A right click with the mouse, a held finger elsewhere. Text with a selection in it keeps the browser's own menu. */
export function useLongPress(onOpen: ((at: Point) => void) | undefined) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; at: Point } | null>(null)
  const hasOpened = useRef(false)

  const cancel = () => {
    clearTimeout(press.current?.timer)
    press.current = null
  }
  return {
    onContextMenu(event: MouseEvent) {
      const isOnLink = event.target instanceof Element && event.target.closest('a') !== null
      if (!onOpen || isOnLink || getSelection()?.isCollapsed === false) return
      event.preventDefault()
      onOpen({ x: event.clientX, y: event.clientY })
    },
    onPointerDown(event: PointerEvent) {
      if (!onOpen || event.pointerType !== 'touch') return
      cancel()
      hasOpened.current = false
      const at = { x: event.clientX, y: event.clientY }
      press.current = {
        at,
        timer: setTimeout(() => {
          hasOpened.current = true
          onOpen(at)
        }, HELD_MS),
      }
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      if (!press.current) return
      const { x, y } = press.current.at
      if (Math.hypot(clientX - x, clientY - y) > MOVED_PX) cancel()
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    /** The click that some browsers make of a lifted finger would close what has just opened. */
    onTouchEnd(event: TouchEvent) {
      if (hasOpened.current) event.preventDefault()
      hasOpened.current = false
    },
  }
}
