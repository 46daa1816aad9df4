import { useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'

/** What narrows a list stands in its address: coming back, reloading and sending the link keep it. */
export function useFilter<Shape extends z.ZodObject>(
  schema: Shape,
): readonly [z.output<Shape>, (change: z.input<Shape>) => void] {
  const given: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  // Of an address written by hand, what means nothing is left out.
  const known = Object.fromEntries(
    Object.entries(schema.shape).flatMap(([name, field]) => {
      const read = (field as z.ZodType).safeParse(given[name])
      return read.success && read.data !== undefined ? [[name, read.data]] : []
    }),
  ) as z.output<Shape>
  const change = (next: z.input<Shape>) => {
    const search = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''))
    void navigate({ to: '.', search: search as never, replace: true })
  }
  return [known, change]
}
