import type { LocalActSection } from '@kolosok/contract'
import { Title } from '@mantine/core'
import { linesOf } from './lines.ts'
import classes from './local-acts.module.css'

/** As it is read: a line is a paragraph, a dash begins a point of a list. */
export function ActText({ sections }: { sections: readonly LocalActSection[] }) {
  return (
    <div className={classes.text}>
      {sections.map(({ heading, text }, index) => (
        <section key={index}>
          {heading !== '' && (
            <Title order={3} fz={18}>
              {heading}
            </Title>
          )}
          {linesOf(text).map((line, at) => (
            <p key={at} data-listed={/^[-–—•]\s/.test(line) || undefined}>
              {line}
            </p>
          ))}
        </section>
      ))}
    </div>
  )
}
