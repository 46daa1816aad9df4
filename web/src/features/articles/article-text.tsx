import { Lexer, type Token, type Tokens } from 'marked'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import classes from './articles.module.css'

/**
 * Markdown as elements, token by token: there is no HTML on the way, and what is written as HTML is shown as it was
 * written. Pictures only from here; links only to pages of ours and to the web.
 */
export function ArticleText({ text }: { text: string }) {
  return <div className={classes.text}>{blocks(new Lexer({ gfm: true }).lex(text))}</div>
}

const within = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : [])

const blocks = (tokens: readonly Token[]): ReactNode =>
  tokens.map((token, key) => <Fragment key={key}>{block(token)}</Fragment>)
const inlines = (tokens: readonly Token[] = []): ReactNode =>
  tokens.map((token, key) => <Fragment key={key}>{inline(token)}</Fragment>)

const blockKinds: Readonly<Record<string, (token: Token) => ReactNode>> = {
  paragraph: (token) => <p>{inlines(within(token))}</p>,
  heading: (token) => <Heading heading={token as Tokens.Heading} />,
  list: (token) => <List list={token as Tokens.List} />,
  blockquote: (token) => <blockquote>{blocks(within(token))}</blockquote>,
  code: (token) => <pre>{wordsOf(token)}</pre>,
  hr: () => <hr />,
  table: (token) => <Table table={token as Tokens.Table} />,
  space: () => null,
  def: () => null,
}

/** What is of no kind we know, HTML too, stands there as it was written. */
const block = (token: Token): ReactNode => blockKinds[token.type]?.(token) ?? inline(token)

/** The page's own heading stands above. */
function Heading({ heading: { depth, tokens } }: { heading: Tokens.Heading }) {
  return depth <= 2 ? <h2>{inlines(tokens)}</h2> : <h3>{inlines(tokens)}</h3>
}

function List({ list: { ordered, start, items } }: { list: Tokens.List }) {
  const rows = items.map((item, key) => <li key={key}>{blocks(item.tokens)}</li>)
  return ordered ? <ol start={start === '' ? 1 : start}>{rows}</ol> : <ul>{rows}</ul>
}

function Table({ table: { header, rows } }: { table: Tokens.Table }) {
  return (
    <div className={classes.wide}>
      <table>
        <thead>
          <tr>
            {header.map(({ tokens }, key) => (
              <th key={key}>{inlines(tokens)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ tokens }, key) => (
                <td key={key}>{inlines(tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const inlineKinds: Readonly<Record<string, (token: Token) => ReactNode>> = {
  strong: (token) => <strong>{inlines(within(token))}</strong>,
  em: (token) => <em>{inlines(within(token))}</em>,
  del: (token) => <del>{inlines(within(token))}</del>,
  codespan: (token) => <code>{wordsOf(token)}</code>,
  br: () => <br />,
  link: (token) => <TextLink link={token as Tokens.Link} />,
  image: (token) => <Picture image={token as Tokens.Image} />,
}

function inline(token: Token): ReactNode {
  const known = inlineKinds[token.type]
  if (known) return known(token)
  // Of a list item: words without a paragraph around them.
  return token.type === 'text' && token.tokens ? inlines(token.tokens) : wordsOf(token)
}

function TextLink({ link: { href, tokens } }: { link: Tokens.Link }) {
  if (/^\/(?![/\\])/.test(href)) return <Link to={href}>{inlines(tokens)}</Link>
  if (/^(https?:|mailto:|tel:)/i.test(href)) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {inlines(tokens)}
      </a>
    )
  }
  return inlines(tokens)
}

/** By the end of its name: there is room for a picture before it has come, and nothing jumps when it does. */
const pictureSizes = { phone: { width: 390, height: 600 }, desktop: { width: 1024, height: 640 } } as const

/** Only those that come with the product: nothing is asked of other places. */
function Picture({ image: { href, text } }: { image: Tokens.Image }) {
  const [, device] = /^\/help-pictures\/[a-z0-9-]+-(phone|desktop)\.webp$/.exec(href) ?? []
  if (device === undefined) return text
  const size = pictureSizes[device as keyof typeof pictureSizes]
  return <img src={href} alt={text} loading="lazy" {...size} className={classes.picture} />
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
}

/** The text of a token is the source's, where HTML would need some signs written otherwise. */
const wordsOf = (token: Token): string =>
  'text' in token && typeof token.text === 'string'
    ? token.text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity] ?? entity)
    : ''
