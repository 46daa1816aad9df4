// In one piece: whoever looks at the list goes on to an article.
export { AboutScreenPage } from './about-screen-page.tsx'
export { ArticlePage } from './article-page.tsx'
export { HelpPage } from './help-page.tsx'
