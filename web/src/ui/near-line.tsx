import type { ReactNode } from 'react'
import classes from './near-line.module.css'

type Props = {
  readonly icon: ReactNode
  readonly text: string
  /** It is on already. */
  readonly isLive?: boolean
  /** The link to it. */
  readonly children: ReactNode
}

/** Over every page: what is on somewhere, or soon will be. */
export const NearLine = ({ icon, text, isLive = false, children }: Props) => (
  <div className={classes.line} role="status" data-live={isLive || undefined}>
    {icon}
    <span>{text}</span>
    {children}
  </div>
)
