import { createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { administratorsRoute } from '#features/administrators/index.ts'
import { applicationRoutes } from '#features/applications/index.ts'
import { articleRoutes, operatorArticleRoutes } from '#features/articles/index.ts'
import { backupsRoute } from '#features/backups/index.ts'
import { boundChatsRoute } from '#features/bound-chats/index.ts'
import { broadcastRoutes } from '#features/broadcasts/index.ts'
import { channelPages, channelsRoute } from '#features/channels/index.ts'
import { chatRegisterRoute } from '#features/chat-register/index.ts'
import { chatsIndexRoute, chatsRoute } from '#features/chats/index.ts'
import { consentRoutes, ownConsentsRoute } from '#features/consents/index.ts'
import { childrenRoute } from '#features/children/index.ts'
import { confirmationQueueRoute, ownConfirmationRoute } from '#features/confirmations/index.ts'
import { guestRoute } from '#features/guests/index.ts'
import { importRoutes } from '#features/imports/index.ts'
import { closingsRoute } from '#features/closings/index.ts'
import { organizationDataRoute } from '#features/organization-data/index.ts'
import { incidentsRoute, installationIncidentsRoute } from '#features/incidents/index.ts'
import { invitationRoutes } from '#features/invitations/index.ts'
import { accessesRoute, journalRoute } from '#features/journal/index.ts'
import { joinRequestQueueRoute, joinRequestRoute } from '#features/join-requests/index.ts'
import { joinRoute } from '#features/join/index.ts'
import { formerStaffRoute, leavingRoute } from '#features/departures/index.ts'
import { directoryRoutes } from '#features/directory/index.ts'
import { devicesRoute } from '#features/devices/index.ts'
import { demoRoutes } from '#features/demo/index.ts'
import { materialRoutes } from '#features/materials/index.ts'
import { chatRoute } from '#features/messages/index.ts'
import { operatorReportedRoutes, reportedRoutes } from '#features/message-reports/index.ts'
import { operatorQueueRoutes } from '#features/operator/index.ts'
import { meetingRoutes } from '#features/meetings/index.ts'
import { localActRoutes } from '#features/local-acts/index.ts'
import { noticeRoutes } from '#features/notices/index.ts'
import { organizationRoutes } from '#features/organization/index.ts'
import { allPhoneChangesRoute, phoneChangesRoute } from '#features/phone-changes/index.ts'
import { operatorsRoute } from '#features/operators/index.ts'
import { accountDeletedRoute, ownDataRoute } from '#features/own-data/index.ts'
import { retentionRoute } from '#features/retention/index.ts'
import { rollOverRoute } from '#features/roll-overs/index.ts'
import { statusRoute } from '#features/status/index.ts'
import { operatorLinkRoute, ownPhoneRoute, signInRoute } from '#features/sign-in/index.ts'
import { statisticsRoutes } from '#features/statistics/index.ts'
import { helpRoutes, operatorTicketRoutes, ticketRoutes } from '#features/tickets/index.ts'
import { certificateRoute, operatorWebinarRoutes, webinarRoutes } from '#features/webinars/index.ts'
import { accountRoute, operatorRoute, organizationRoute, publicRoute, rootRoute } from '#lib/routes.ts'
import { AccountFrame, PageError, PagePending } from './account-frame.tsx'
import { HomePage } from './home-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { OperatorFrame } from './operator-frame.tsx'
import { PublicFrame } from './public-frame.tsx'

rootRoute.update({ component: Outlet, notFoundComponent: NotFoundPage })
publicRoute.update({ component: PublicFrame })
accountRoute.update({ component: AccountFrame })
operatorRoute.update({ component: OperatorFrame })
organizationRoute.update({
  component: lazyRouteComponent(() => import('#features/organization-frame/index.ts'), 'OrganizationFrame'),
})

const homeRoute = createRoute({ getParentRoute: () => accountRoute, path: '/', component: HomePage })

const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([
    joinRoute,
    statusRoute,
    certificateRoute,
    guestRoute,
    accountDeletedRoute,
    signInRoute,
    operatorLinkRoute,
    ...applicationRoutes,
    ...demoRoutes,
  ]),
  accountRoute.addChildren([
    homeRoute,
    devicesRoute,
    ownPhoneRoute,
    ownDataRoute,
    ownConsentsRoute,
    leavingRoute,
    chatsRoute.addChildren([chatsIndexRoute, chatRoute]),
    channelsRoute.addChildren([...channelPages]),
    ...articleRoutes,
    ...helpRoutes,
    ...materialRoutes,
    ...noticeRoutes,
    ...meetingRoutes,
    ...localActRoutes,
    ...broadcastRoutes,
    ...webinarRoutes,
    ownConfirmationRoute,
    joinRequestRoute,
    organizationRoute.addChildren([
      ...organizationRoutes,
      ...invitationRoutes,
      ...importRoutes,
      rollOverRoute,
      ...directoryRoutes,
      formerStaffRoute,
      childrenRoute,
      ...consentRoutes,
      boundChatsRoute,
      confirmationQueueRoute,
      joinRequestQueueRoute,
      administratorsRoute,
      phoneChangesRoute,
      ...ticketRoutes,
      ...reportedRoutes,
      chatRegisterRoute,
      ...statisticsRoutes,
      journalRoute,
      accessesRoute,
      incidentsRoute,
      organizationDataRoute,
    ]),
    operatorRoute.addChildren([
      ...operatorQueueRoutes,
      operatorsRoute,
      backupsRoute,
      retentionRoute,
      installationIncidentsRoute,
      closingsRoute,
      allPhoneChangesRoute,
      ...operatorTicketRoutes,
      ...operatorReportedRoutes,
      ...operatorArticleRoutes,
      ...operatorWebinarRoutes,
    ]),
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: false,
  // Otherwise the frame of signed-in pages would stand around an address nobody knows.
  notFoundMode: 'root',
  defaultErrorComponent: PageError,
  defaultPendingComponent: PagePending,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
