import { expect, test } from 'vitest'
import { isHeadsPosition } from './heads-position.ts'

test.each(['заведующий', 'Заведующая', 'директор', 'Директор школы', 'и. о. заведующего', 'заведующая детским садом'])(
  '«%s» is the head',
  (position) => {
    expect(isHeadsPosition(position)).toBe(true)
  },
)

test.each(['заместитель заведующего по ВМР', 'заведующий хозяйством', 'воспитатель', 'директорский помощник', ''])(
  '«%s» is not',
  (position) => {
    expect(isHeadsPosition(position)).toBe(false)
  },
)
