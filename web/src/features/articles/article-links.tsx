import { FOUND_BEGINS, FOUND_ENDS, type ListedArticle } from '@kolosok/contract'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import classes from './articles.module.css'

/** By title; where something was looked for, with the words it was found by. */
export function ArticleLinks({ articles }: { articles: readonly ListedArticle[] }) {
  return (
    <ul className={classes.list}>
      {articles.map(({ name, title, excerpt }) => (
        <li key={name}>
          <Link to="/help/articles/$name" params={{ name }} className={classes.row}>
            <span>
              {title}
              {excerpt !== '' && (
                <span className={classes.excerpt}>
                  <Marked text={excerpt} />
                </span>
              )}
            </span>
            <IconChevronRight size={18} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** An excerpt with the words that were looked for. */
function Marked({ text }: { text: string }) {
  const parts = text.split(new RegExp(`[${FOUND_BEGINS}${FOUND_ENDS}]`))
  // Every second part stood between the marks.
  return parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))
}
