/**
 * The addresses of the public pages, in one place: pages link with them and the server mounts the same ones. `base` is
 * the site's own address without a slash at the end, for what is read elsewhere (feeds, canonical links, mail).
 */
export const paths = {
  home: () => '/careers',
  job: (slug: string) => `/careers/jobs/${encodeURIComponent(slug)}`,
  apply: (slug: string) => `/careers/jobs/${encodeURIComponent(slug)}/apply`,
  privacy: () => '/careers/privacy',
  accessibility: () => '/careers/accessibility',
  atom: () => '/careers/jobs.atom',
  indeed: () => '/careers/jobs.xml',
  sitemap: () => '/careers/sitemap.xml',
  robots: () => '/robots.txt',
  asset: (name: string) => `/careers/assets/${name}`,
  /** The link in a mail; its token is exchanged once for a session. */
  mailedLink: (token: string) => `/careers/me/open/${encodeURIComponent(token)}`,
  newLink: () => '/careers/me/link',
  mine: () => '/careers/me',
  myApplication: (ref: string) => `/careers/me/${encodeURIComponent(ref)}`,
  /** Right after sending; what it says is sealed into the address, so that no cookie and no row is needed. */
  sent: (slug: string, sealed: string) => `/careers/jobs/${encodeURIComponent(slug)}/sent?s=${sealed}`,
  leave: () => '/careers/me/leave',
  replace: (ref: string) => `/careers/me/${encodeURIComponent(ref)}/documents`,
  /** As mails name it (messaging/model/composed.ts); short, since it stands in every newsletter. */
  unsubscribe: (token: string) => `/u/${encodeURIComponent(token)}`,
  messages: (ref: string) => `/careers/me/${encodeURIComponent(ref)}/messages`,
  times: (ref: string, id: string) =>
    `/careers/me/${encodeURIComponent(ref)}/interviews/${encodeURIComponent(id)}`,
  withdraw: (ref: string) => `/careers/me/${encodeURIComponent(ref)}/withdraw`,
  undoWithdrawal: (ref: string) => `/careers/me/${encodeURIComponent(ref)}/withdraw/undo`,
  document: (ref: string, id: string) =>
    `/careers/me/${encodeURIComponent(ref)}/documents/${encodeURIComponent(id)}`,
  correct: () => '/careers/me/correct',
  download: () => '/careers/me/download',
  erase: () => '/careers/me/erase',
} as const
