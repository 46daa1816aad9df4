import { Avatar } from '@mantine/core'

const hues = ['#4a69bd', '#33775a', '#8d6310', '#a8505f', '#2b737e', '#7354b3']

/** Round for people, a rounded square for groups; initials on a hue that stays with the name. */
export function Face({ name, isGroup = false, size = 44 }: { name: string; isGroup?: boolean; size?: number }) {
  const words = name.split(/[\s«»"]+/).filter((word) => /\p{L}/u.test(word))
  const initials = words
    .slice(0, isGroup ? 1 : 2)
    .map((word) => word[0]?.toUpperCase())
    .join('')
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return (
    <Avatar
      size={size}
      radius={isGroup ? size * 0.32 : size}
      aria-hidden="true"
      styles={{ placeholder: { background: hues[sum % hues.length], color: '#fff', fontWeight: 600, border: 0 } }}
    >
      {initials}
    </Avatar>
  )
}
