import { IconRosetteDiscountCheck } from '@tabler/icons-react'

type Props = {
  readonly label: string
  readonly size?: number
  /** Where the accent does not stand out: over a picture. */
  readonly color?: string
}

/** Beside the name of staff whose status somebody has confirmed. */
export function ConfirmedBadge({ label, size = 17, color = 'var(--accent)' }: Props) {
  return (
    <IconRosetteDiscountCheck
      role="img"
      aria-label={label}
      size={size}
      stroke={1.8}
      color={color}
      style={{ flex: 'none' }}
    />
  )
}
