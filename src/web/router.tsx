import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { Refused } from './api/client.ts'
import { askKey, queryClient } from './api/use-ask.ts'
import { Alone } from './frame/Alone.tsx'
import { askMe } from './frame/me.ts'
import { Shell } from './frame/Shell.tsx'
import { candidatesSearch } from './screens/candidates/candidates-search.ts'
import { Failed } from './screens/Failed.tsx'
import { homeSearch } from './screens/home/home-search.ts'
import { inboxSearch } from './screens/inbox/inbox-search.ts'
import { jobsSearch } from './screens/jobs/jobs-search.ts'
import { mailboxSearch } from './screens/mailbox/mailbox-search.ts'
import { NotFound } from './screens/NotFound.tsx'
import { outreachSearch, sequenceSearch } from './screens/outreach/outreach-search.ts'
import { personSearch } from './screens/person/person-search.ts'
import { pipelineSearch } from './screens/pipeline/pipeline-search.ts'
import { poolsSearch } from './screens/pools/pools-search.ts'
import { reportSearch } from './screens/reports/report-search.ts'
import { reviewSearch } from './screens/review/review-search.ts'
import { scorecardSearch } from './screens/scorecard/scorecard-search.ts'
import { settingsSearch } from './screens/settings/settings-search.ts'

/*
 * The route table: every page of the team's app. To add a screen:
 * 1. `screens/candidates/Candidates.tsx` exports a component; it is drawn inside the shell, as
 *    <Page><PageHeader title="Candidates"/>…<BottomBar/></Page>, and calls usePageTitle('Candidates').
 * 2. A route below, under `team` (or under `root` for a page without the frame, such as sign-in):
 *      const candidates = createRoute({
 *        getParentRoute: () => team,
 *        path: '/candidates',
 *        validateSearch: z.object({ q: z.string().catch(''), open: z.string().optional() }),
 *        component: lazyRouteComponent(() => import('./screens/candidates/Candidates.tsx'), 'Candidates'),
 *      })
 *    What can be filtered, opened or chosen on the page lives in its search, so that the address can be sent.
 * 3. Its name in the list at the end. The side bar, the palette and `g` keys show it by themselves
 *    when its path stands in frame/pages.ts.
 */
const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Failed })

/** Whoever is not signed in goes to sign in and comes back to the same address. */
const signedIn = async ({ location }: { readonly location: { readonly href: string } }) => {
  try {
    await queryClient.ensureQueryData({
      queryKey: askKey('accounts.me' as never, {} as never),
      queryFn: askMe,
    })
  } catch (error) {
    if (error instanceof Refused && signInCodes.includes(error.refusal.code))
      throw redirect({ href: signInAddress(location.href) })
    throw error
  }
}

/** Everything inside the frame. */
const team = createRoute({
  getParentRoute: () => root,
  id: 'team',
  component: Shell,
  errorComponent: Failed,
  notFoundComponent: NotFound,
  beforeLoad: signedIn,
})

const parts = createRoute({
  getParentRoute: () => team,
  path: '/parts',
  component: import.meta.env.DEV
    ? lazyRouteComponent(() => import('./screens/parts/Parts.tsx'), 'Parts')
    : NotFound,
  validateSearch: (search): { open?: string } =>
    typeof search.open === 'string' ? { open: search.open } : {},
})

const people = [
  createRoute({
    getParentRoute: () => team,
    path: '/candidates',
    validateSearch: candidatesSearch,
    component: lazyRouteComponent(() => import('./screens/candidates/Candidates.tsx'), 'Candidates'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/import',
    component: lazyRouteComponent(() => import('./screens/people-import/Imports.tsx'), 'Imports'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/import/$importId',
    component: lazyRouteComponent(() => import('./screens/people-import/Import.tsx'), 'Import'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/candidates/duplicates',
    component: lazyRouteComponent(() => import('./screens/duplicates/Duplicates.tsx'), 'Duplicates'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/candidates/$candidateId',
    validateSearch: personSearch,
    component: lazyRouteComponent(() => import('./screens/person/Person.tsx'), 'Person'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/pools',
    validateSearch: poolsSearch,
    component: lazyRouteComponent(() => import('./screens/pools/Pools.tsx'), 'Pools'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/pools/$poolId',
    validateSearch: candidatesSearch,
    component: lazyRouteComponent(() => import('./screens/pools/Pool.tsx'), 'Pool'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/outreach',
    validateSearch: outreachSearch,
    component: lazyRouteComponent(() => import('./screens/outreach/Outreach.tsx'), 'Outreach'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/outreach/$sequenceId',
    validateSearch: sequenceSearch,
    component: lazyRouteComponent(() => import('./screens/outreach/Sequence.tsx'), 'Sequence'),
  }),
] as const

const mine = [
  createRoute({
    getParentRoute: () => team,
    path: '/',
    validateSearch: homeSearch,
    component: lazyRouteComponent(() => import('./screens/home/Home.tsx'), 'Home'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/inbox',
    validateSearch: inboxSearch,
    component: lazyRouteComponent(() => import('./screens/inbox/Inbox.tsx'), 'Inbox'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/mailbox',
    validateSearch: mailboxSearch,
    component: lazyRouteComponent(() => import('./screens/mailbox/Mailbox.tsx'), 'Mailbox'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/settings',
    validateSearch: settingsSearch,
    component: lazyRouteComponent(() => import('./screens/settings/Settings.tsx'), 'Settings'),
  }),
] as const

/** Pages that fill the screen. */
const alone = createRoute({
  getParentRoute: () => root,
  id: 'alone',
  component: Alone,
  errorComponent: Failed,
  notFoundComponent: NotFound,
  beforeLoad: signedIn,
})

const review = createRoute({
  getParentRoute: () => alone,
  path: '/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('./screens/review/Review.tsx'), 'Review'),
})

const scorecard = createRoute({
  getParentRoute: () => alone,
  path: '/scorecards/$interviewId',
  validateSearch: scorecardSearch,
  component: lazyRouteComponent(() => import('./screens/scorecard/Scorecard.tsx'), 'Scorecard'),
})

const jobs = [
  createRoute({
    getParentRoute: () => team,
    path: '/jobs',
    validateSearch: jobsSearch,
    component: lazyRouteComponent(() => import('./screens/jobs/Jobs.tsx'), 'Jobs'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/jobs/$jobId',
    validateSearch: pipelineSearch,
    component: lazyRouteComponent(() => import('./screens/pipeline/Pipeline.tsx'), 'Pipeline'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/jobs/$jobId/set-up',
    component: lazyRouteComponent(() => import('./screens/job-setup/SetUp.tsx'), 'SetUp'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/jobs/$jobId/posting',
    validateSearch: (search): { posting?: string } =>
      typeof search.posting === 'string' ? { posting: search.posting } : {},
    component: lazyRouteComponent(() => import('./screens/job-setup/Posting.tsx'), 'Posting'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/applications/$applicationId/debrief',
    component: lazyRouteComponent(() => import('./screens/debrief/Debrief.tsx'), 'Debrief'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/jobs/$jobId/report',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('./screens/reports/Report.tsx'), 'JobReport'),
  }),
  createRoute({
    getParentRoute: () => team,
    path: '/reports',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('./screens/reports/Report.tsx'), 'Reports'),
  }),
] as const

/** Pages before the frame. */
const open = [
  createRoute({
    getParentRoute: () => root,
    path: '/first-run',
    component: lazyRouteComponent(() => import('./screens/first-run/FirstRun.tsx'), 'FirstRun'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./screens/sign-in/SignIn.tsx'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgotten-password',
    component: lazyRouteComponent(() => import('./screens/sign-in/Links.tsx'), 'ForgottenPassword'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset-password',
    component: lazyRouteComponent(() => import('./screens/sign-in/Links.tsx'), 'ResetPassword'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/accept-invitation',
    component: lazyRouteComponent(() => import('./screens/sign-in/Links.tsx'), 'AcceptInvitation'),
  }),
] as const

const tree = root.addChildren([
  ...open,
  alone.addChildren([review, scorecard]),
  team.addChildren([...mine, ...people, ...jobs, ...(import.meta.env.DEV ? [parts] : [])]),
])

export const router = createRouter({
  routeTree: tree,
  basepath: '/app',
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

/** Where to sign in, and where to go afterwards. */
export const signInAddress = (from: string): string => `/sign-in?to=${encodeURIComponent(from)}`
const signInCodes = ['sign-in-needed', 'second-factor-needed']

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
