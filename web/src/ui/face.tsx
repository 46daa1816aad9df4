import { Avatar } from '@mantine/core'

const hues = ['#4a69bd', '#33775a', '#8d6310', '#a8505f', '#2b737e', '#7354b3']
// The same on text, where the dark theme needs them lighter.
const inks = hues.map(
  (hue, n) => `light-dark(${hue}, ${['#9db5f8', '#7cc9a4', '#e0b563', '#eb9aa6', '#7ccbd6', '#c0a8ee'][n] ?? hue})`,
)

function placeOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return sum % hues.length
}

/** The colour of a name in a conversation: that of its face. */
export const hueOf = (name: string): string => inks[placeOf(name)] ?? ''

type Props = { name: string; isGroup?: boolean; size?: number; image?: string | null }

/** Round for people, a rounded square for groups; initials on a hue that stays with the name. */
export function Face({ name, isGroup = false, size = 44, image = null }: Props) {
  const words = name.split(/[\s«»"]+/).filter((word) => /\p{L}/u.test(word))
  const initials = words
    .slice(0, isGroup ? 1 : 2)
    .map((word) => word[0]?.toUpperCase())
    .join('')
  return (
    <Avatar
      size={size}
      src={image}
      radius={isGroup ? size * 0.32 : size}
      aria-hidden="true"
      styles={{ placeholder: { background: hues[placeOf(name)], color: '#fff', fontWeight: 600, border: 0 } }}
    >
      {initials}
    </Avatar>
  )
}
