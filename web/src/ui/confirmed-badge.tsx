import { IconRosetteDiscountCheck } from '@tabler/icons-react'

/** Beside the name of staff whose status somebody has confirmed. */
export function ConfirmedBadge({ label, size = 17 }: { label: string; size?: number }) {
  return (
    <IconRosetteDiscountCheck
      role="img"
      aria-label={label}
      size={size}
      stroke={1.8}
      color="var(--accent)"
      style={{ flex: 'none' }}
    />
  )
}
