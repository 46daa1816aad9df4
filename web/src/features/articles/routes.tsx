import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, operatorRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

const pages = () => import('./pages.ts')

/** «Помощь»: whoever has not signed in reads here about coming in. */
const staticData = { isForGuests: true }

export const articleRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/help',
    staticData,
    validateSearch: textsOf('q'),
    component: lazyRouteComponent(pages, 'HelpPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/help/articles/$name',
    staticData,
    component: lazyRouteComponent(pages, 'ArticlePage'),
  }),
  // Where «?» of a page leads.
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/help/about',
    staticData,
    validateSearch: textsOf('screen'),
    component: lazyRouteComponent(pages, 'AboutScreenPage'),
  }),
] as const

const managePages = () => import('./manage-pages.ts')

export const operatorArticleRoutes = [
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/articles',
    validateSearch: textsOf('q', 'show'),
    component: lazyRouteComponent(managePages, 'ManagePage'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/articles/new',
    component: lazyRouteComponent(managePages, 'NewArticlePage'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/articles/$name',
    component: lazyRouteComponent(managePages, 'EditPage'),
  }),
] as const
