import { type Change, type Paragraph, runsOf } from './changes.ts'
import classes from './local-acts.module.css'
import { t } from './texts.ts'

/** Fewer that stay are shown as they are: unfolding them would be more trouble. */
const SHOWN = 3

type Props = {
  readonly changes: readonly Change[]
  /** What both sides are called. */
  readonly names?: { readonly del: string; readonly ins: string }
}

/** Side by side on a desktop, one below the other on a phone; what stays is folded, so that what changed is found. */
export function ChangesView({ changes, names = { del: t('compare.del'), ins: t('compare.ins') } }: Props) {
  return (
    <div className={classes.changes}>
      {runsOf(changes).map((run, index) =>
        run.isChanged || run.changes.length <= SHOWN ? (
          run.changes.map((change, at) => <One key={`${String(index)}.${String(at)}`} change={change} names={names} />)
        ) : (
          <details key={index}>
            <summary>{t('compare.same', { count: run.changes.length })}</summary>
            {run.changes.map((change, at) => (
              <One key={at} change={change} names={names} />
            ))}
          </details>
        ),
      )}
    </div>
  )
}

type Names = NonNullable<Props['names']>

function One({ change, names }: { readonly change: Change; readonly names: Names }) {
  if (change.kind === 'same') {
    return (
      <p className={classes.same} data-heading={change.paragraph.isHeading || undefined}>
        {change.paragraph.text}
      </p>
    )
  }
  return (
    <div className={classes.changed}>
      <Side what="del" name={names.del} paragraph={change.before} />
      <Side what="ins" name={names.ins} paragraph={change.after} />
    </div>
  )
}

type SideProps = { readonly what: 'del' | 'ins'; readonly name: string; readonly paragraph: Paragraph | null }

function Side({ what: Tag, name, paragraph }: SideProps) {
  if (!paragraph) return <span className={classes.nothing}>{t('compare.nothing', { name })}</span>
  return (
    <Tag data-heading={paragraph.isHeading || undefined}>
      <span className={classes.mark}>{name}</span>
      {paragraph.text}
    </Tag>
  )
}
