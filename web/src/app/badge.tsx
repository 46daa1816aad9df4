import classes from './shell.module.css'

type Props = { readonly count: number; readonly label: string; readonly isWaiting?: boolean }

/** How much there is; wheat for what waits for a decision. */
export function Badge({ count, label, isWaiting = false }: Props) {
  return (
    <span className={classes.badge} data-waiting={isWaiting || undefined}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
